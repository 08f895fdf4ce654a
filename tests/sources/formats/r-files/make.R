# Makes the files of this folder: Rscript tests/sources/formats/r-files/make.R
d <- "tests/sources/formats/r-files/"
t <- data.frame(place=factor(c("Honduras","Belice",NA)), day=as.Date(c("2014-10-01",NA,"2015-01-31")), deaths=c(5936L,NA,7L), share=c(0.125,NaN,-2.5), known=c(TRUE,NA,FALSE), name=c("a","\u00e9",NA), stringsAsFactors=FALSE)
t$at <- as.POSIXct(c("2014-10-01 00:00:00","2014-10-01 12:30:00",NA), tz="UTC")
t$row <- 1:3
t$month <- structure(c(16344, 16375, NA), class=c("yearmonth","vctrs_vctr"))
t$quarter <- structure(c(16344, 16436, NA), fiscal_start=1, class=c("yearquarter","vctrs_vctr"))
t$list <- I(list(1,2,3))
# What other packages leave in the attributes of a table: a formula with its environment, and a function.
attr(t,"formula") <- deaths ~ share
attr(t,"fun") <- function(x) x + 1
places <- data.frame(place=c("Honduras","Belice"))
save(t, file=paste0(d,"bzip2.rda"), compress="bzip2")
save(t, file=paste0(d,"gzip-2.rda"), compress="gzip", version=2)
saveRDS(t, paste0(d,"gzip.rds"))
save(t, places, file=paste0(d,"two.rda"), compress="bzip2")
x <- 1:5; save(x, file=paste0(d,"none.rda"), compress=FALSE)
# The sample of a recipe for CSV, as its publisher has it: months with the class of tsibble, and a quarter beside them.
csv <- read.csv("tests/sources/samples/files/irreg_darien_nat.csv", stringsAsFactors=FALSE)
months <- as.numeric(as.Date(paste0(csv$t, "-01")))
quarters <- as.numeric(as.Date(sub("-0?(\\d+)$", "", csv$t, perl=TRUE) |> paste0("-01-01")))
irreg_darien_nat <- data.frame(t=months, q=quarters, nat=csv$nat, n=as.numeric(csv$n), stringsAsFactors=FALSE)
class(irreg_darien_nat$t) <- c("yearmonth","vctrs_vctr")
class(irreg_darien_nat$q) <- c("yearquarter","vctrs_vctr")
save(irreg_darien_nat, file=paste0(d,"irreg_darien_nat.rda"), compress="bzip2", version=2)
