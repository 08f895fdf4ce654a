"""Thirteen claims of the founding documents, done again from the tables under `sources` with nothing of Cotejo:
python's csv module and plain arithmetic. Prints the result and the verdict of each as JSON.

The rules are written down here a second time, as a reader would apply them: a printed whole number is met if the
result rounds to it; "nearly n" is from 0.9 n to n; a range is compared by the end that decides.
"""
import csv
import json
import sys

ROOT = sys.argv[1] if len(sys.argv) > 1 else "sources"
TRIANGLE = ("GTM", "HND", "SLV")


def one(source, **wanted):
    """The only row of a table with these cells."""
    with open(f"{ROOT}/{source}/observations.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[name] == text for name, text in wanted.items())]
    if len(rows) != 1:
        raise SystemExit(f"{source} {wanted}: {len(rows)} rows")
    return rows[0]


def value(source, **wanted):
    return float(one(source, **wanted)["value"])


def southwest(source, indicator, period, origin="_T"):
    return value(source, indicator=indicator, area="USA", counterpart=origin, breakdown="border=southwest", period=period)


def rate(source, area, year):
    return value(source, indicator="homicide-rate", area=area, period=year)


def rounded(result, printed, digits=0):
    """Whether a result is a printed number, or becomes it by rounding to its digits."""
    if result == printed:
        return "holds"
    return "holds-after-rounding" if round(result, digits) == printed else "fails"


def at_least(result, least):
    if result >= least:
        return "holds"
    return "holds-after-rounding" if round(result) >= least else "fails"


report = "migrant-crisis-2015"
found = {}


def record(claim, result, verdict):
    found[claim] = {"value": result, "verdict": verdict}


rise = (southwest(report, "uac-apprehensions", "FY2014") / southwest("cbp-sector-profiles", "uac-apprehensions", "FY2013") - 1) * 100
record("c01", rise, rounded(rise, 77))

rise = (southwest(report, "family-unit-apprehensions", "FY2014") / southwest("cbp-usbp-monthly", "family-unit-apprehensions", "FY2013") - 1) * 100
record("c02", rise, rounded(rise, 361))

granted = one(report, indicator="asylum-grant-share", counterpart="northern-triangle", period="FY2014")
share = float(granted["numerator"]) / float(granted["denominator"]) * 100
record("c03", share, rounded(share, 3.6, 1))

salvador, honduras, mexico = (rate(report, area, "2014") for area in ("SLV", "HND", "MEX"))
record("c04", salvador / mexico, at_least(salvador / mexico, 3))
record("c05", honduras / mexico, at_least(honduras / mexico, 3))

double = rate(report, "GTGUA", "2014") / rate(report, "GTM", "2014")
record("c06", double, "holds" if 1.8 <= double <= 2 else "fails")

fall = (honduras / rate(report, "HND", "2012") - 1) * 100
record("c16", fall, "holds" if fall < 0 else "fails")

deaths = southwest("cbp-sector-profiles", "border-deaths", "FY2014", "_Z")
record("c22", deaths, rounded(deaths, 307))

children = {
    year: sum(
        value(
            "unhcr-asylum-applications",
            indicator="asylum-applications",
            area="USA",
            counterpart=origin,
            breakdown="authority=courts;application=new",
            definition="persons",
            period=year,
        )
        for origin in TRIANGLE
    )
    for year in ("2008", "2014")
}
record("c25", children["2014"] / children["2008"], at_least(children["2014"] / children["2008"], 2))

arrived = sum(
    southwest("cbp-families-children-by-nationality", indicator, "FY2014", origin)
    for indicator in ("uac-apprehensions", "family-unit-apprehensions")
    for origin in TRIANGLE
)
record("c29", arrived, "holds" if arrived >= 20_000 else "fails")

first = one("ntd-2018-11-09", indicator="caravan-size", breakdown="caravan=first")
others = value("ntd-2018-11-09", indicator="caravan-size", breakdown="caravan=second-and-third")
most = float(first["high"]) + others
record("c35", None, "holds" if most < 10_000 else "undecided")

years = [southwest("cbp-southwest-apprehensions", "border-apprehensions", year) for year in ("FY2018", "FY2000")]
record("c39", None, "holds" if years[0] > years[1] else "fails")

sent = value("caravan-opinion-2018", indicator="border-troops", breakdown="status=deployed")
planned = one("wsws-2018-10-26", indicator="border-troops", breakdown="status=planned")
record("c43", None, "holds" if sent / float(planned["high"]) > 1 else "undecided")

print(json.dumps(found))
