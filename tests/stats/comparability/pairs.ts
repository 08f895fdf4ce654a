/**
 * Pairs of series from the indicators and the claims of the founding documents: the verdict with its reasons,
 * one series, another. A series is written `indicator area<origin periods source`, then its breakdown,
 * `:definition`, `~kind of interval`, `=present/expected` where it is computed, `#numerator/denominator`. `2014?` is an assumed year.
 */
const TABLE = `
# Homicide: countries, cities, years, vintages, groups.
yes                                           | homicide-rate SLV 2014 report | homicide-rate HND 2014 report
notes city-limits                             | homicide-rate HNTGU 2014 report | homicide-rate HNSAP 2014 report
notes source secondary-source city-limits     | homicide-rate HNSAP 2014 report | homicide-rate HNSAP 2014 unodc
notes small-population                        | homicide-rate SLV 2014 unodc | homicide-rate KNA 2014 unodc
no unit                                       | homicides KNA 2014 unodc | homicide-rate SLV 2014 unodc
yes                                           | homicides KNA 2014 unodc | homicides SLV 2014 unodc
notes measured-differently                    | gini-index HND 2014 gapminder | gini-index IND 2014 gapminder
notes dates                                   | gini-index HND 2013 gapminder | gini-index HND 2014 gapminder
notes overlap                                 | homicide-rate HND 2014 report | homicide-rate HNSAP 2014 report
yes                                           | homicide-rate SLV 2014 report | homicide-rate HNSAP 2014 report
notes assumed-period                          | homicide-rate SLV 2014 report | homicide-rate GTM 2014? report
notes break dates                             | homicide-rate HND 2012 report | homicide-rate HND 2014 report
notes dates                                   | homicide-rate SLV 2012 report | homicide-rate SLV 2014 report
notes break                                   | homicide-rate HND 2010,2014 unodc | homicide-rate SLV 2010,2014 unodc
yes                                           | homicide-rate HND 2010,2011 unodc | homicide-rate SLV 2010,2011 unodc
notes source secondary-source                 | homicide-rate HND 2014 report | homicide-rate HND 2014 unodc
notes source                                  | homicide-rate HND 2014 unodc | homicide-rate HND 2014 unodc-2019
notes time-basis                              | homicide-rate MEX 2014 unodc | homicide-rate MEX FY2014 unodc
notes computed                                | homicide-rate northern-triangle 2014 unodc =3/3 | homicide-rate MEX 2014 unodc
notes overlap computed                        | homicide-rate northern-triangle 2014 unodc =3/3 | homicide-rate SLV 2014 unodc
notes coverage computed                       | homicide-rate northern-triangle 2014 unodc =2/3 | homicide-rate MEX 2014 unodc
notes interval-kind                           | homicide-rate HND 2014 unodc ~stated | homicide-rate SLV 2014 unodc ~confidence-95
no time-length time-basis                     | homicides SLV 2015-08-27 report | homicides SLV 2015 report
no unit                                       | homicides SLV 2014 unodc | homicide-rate SLV 2014 unodc
no stock-flow subject source                  | homicides SLV 2014 unodc | population SLV 2014 world-bank
yes                                           | population SLV 2014 world-bank | population HND 2014 world-bank

# Apprehensions: events; the border is less than the country; origins; fiscal years and parts of them.
notes subject                                 | uac-apprehensions USA<_T FY2014 report border=southwest | family-unit-apprehensions USA<_T FY2014 report border=southwest
notes scope                                   | uac-apprehensions USA<_T FY2014 cbp border=southwest | uac-apprehensions USA<_T FY2014 cbp
notes source secondary-source rounding        | uac-apprehensions USA<_T FY2014 report border=southwest | uac-apprehensions USA<_T FY2014 ohss border=southwest ~rounding
yes                                           | uac-apprehensions USA<HND FY2014 cbp border=southwest | uac-apprehensions USA<GTM FY2014 cbp border=southwest
notes overlap                                 | uac-apprehensions USA<HND FY2014 cbp border=southwest | uac-apprehensions USA<northern-triangle FY2014 cbp border=southwest
notes overlap                                 | uac-apprehensions USA<HND FY2014 cbp border=southwest | uac-apprehensions USA<_T FY2014 cbp border=southwest
notes dates                                   | uac-apprehensions USA<_T FY2018 cbp | uac-apprehensions USA<_T FY2019 cbp
notes break dates                             | uac-apprehensions USA<_T FY2019 cbp | uac-apprehensions USA<_T FY2021 cbp
notes break dates                             | uac-apprehensions USA<_T FY2020 cbp | uac-apprehensions USA<_T FY2021 cbp
notes break dates                             | uac-apprehensions USA<HND FY2019 cbp | uac-apprehensions USA<GTM FY2021 cbp
notes definition                              | uac-apprehensions USA<_T FY2021 cbp :title-8 | uac-apprehensions USA<_T FY2021 cbp :title-8-and-42
no partial-year time-basis dates              | uac-apprehensions USA<_T FY2022 cbp | uac-apprehensions USA<_T 2022-10/2023-05 cbp
no partial-year time-basis                    | uac-apprehensions USA<_T FY2015 cbp | uac-apprehensions USA<_T 2014-10 cbp
notes dates                                   | us-otm-apprehensions USA<other-than-mexican 2013-10/2014-04 ohss | us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss
notes season dates                            | us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss | us-otm-apprehensions USA<other-than-mexican 2015-05/2015-11 ohss
notes subject origin                          | mexico-apprehensions MEX<central-america-7 2014-10/2015-04 report | us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 report
notes scope source secondary-source rounding  | us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 report | us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss border=southwest ~rounding
no partial-year subject time-basis origin overlap| us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss | uac-apprehensions USA<_T FY2015 ohss
no unit                                       | uac-apprehensions USA<_T FY2014 report border=southwest | uac-apprehensions-change USA<_T FY2014 report border=southwest
notes subject                                 | uac-apprehensions-change USA<_T FY2014 report border=southwest | family-unit-apprehensions-change USA<_T FY2014 report border=southwest
notes source secondary-source minimum         | border-deaths USA FY2014 report border=southwest | border-deaths USA FY2014 cbp border=southwest
notes dates minimum                           | border-deaths USA FY2013 cbp border=southwest | border-deaths USA FY2014 cbp border=southwest
no unit counted minimum                       | border-deaths USA FY2014 cbp border=southwest | uac-apprehensions USA<_T FY2014 cbp border=southwest

# Asylum: what it is a share of; who decided.
no denominator time-basis source secondary-source| asylum-grant-share USA<northern-triangle FY2014 report authority=courts :of-petitions | asylum-grant-share USA<northern-triangle 2014 unhcr authority=courts :of-decided-on-merits
no denominator                                | asylum-grant-share USA<HND 2014 unhcr authority=courts :of-all-closed | asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits
yes                                           | asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits | asylum-grant-share USA<GTM 2014 unhcr authority=courts :of-decided-on-merits
notes overlap                                 | asylum-grant-share USA<northern-triangle FY2014 report authority=courts :of-petitions | asylum-grant-share USA<_T FY2014 report authority=courts :of-petitions
notes scope                                   | asylum-grant-share MEX<northern-triangle 2015 unhcr :of-all-closed | asylum-grant-share USA<northern-triangle 2015 unhcr authority=courts :of-all-closed
yes                                           | justice-reform-states MEX 2014 report stage=fully-operating | justice-reform-states MEX 2014 report stage=partially-adopted
notes scope                                   | cam-applications USA<northern-triangle ../2015-10-15 report stage=applied | cam-applications USA<northern-triangle ../2015-10-15 report stage=approved
no unit counted time-length origin source secondary-source| cam-applications USA<northern-triangle ../2015-10-15 report | temporary-visas MEX ../2018-11-14 opinion
notes few-cases                               | asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits #3/19 | asylum-grant-share USA<GTM 2014 unhcr authority=courts :of-decided-on-merits #3/20
yes                                           | asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits #3/20 | asylum-grant-share USA<GTM 2014 unhcr authority=courts :of-decided-on-merits #3/20

# The caravan of 2018: days, groups, places.
yes                                           | caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first | caravan-size MEX<central-america-7 2018-11-09 ntd caravan=second-and-third
notes dates origin source secondary-source    | caravan-size GTM<HND 2018-10-19 wsws caravan=first | caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first
notes dates scope source secondary-source assumed-period| caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first | caravan-size MEX<central-america-7 2018-11-14? opinion caravan=all
no unit                                       | caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first | caravan-men-share MEX<central-america-7 2018-11-09 ntd caravan=first
yes                                           | caravans MEX<central-america-7 ../2018-11-09 ntd course=stayed | caravans MEX<central-america-7 ../2018-11-09 ntd course=went-on
notes dates scope source secondary-source     | border-troops USA 2018-11-14 opinion status=deployed | border-troops USA 2018-10-26 wsws status=planned
notes subject dates origin                    | us-troops-stationed HND<USA 2018-10-20 wsws | border-troops USA 2018-10-26 wsws
no time-length subject time-basis             | migrants-returned GTM<HND ../2018-10-26 wsws | border-crossing-group GTM<HND 2018-10-23 wsws
notes time-basis unplaced scope               | caravan-daily-distance MEX<central-america-7 unstated@2018-11 opinion travel=before-rides | caravan-daily-distance MEX<central-america-7 2018-11-14 opinion travel=with-rides

# Yearly levels, promises, prices, poverty: figures whose time or measure is loose.
notes time-basis unplaced source secondary-source| migrant-kidnappings MEX<_T annual@2015-11 report | migrant-kidnappings MEX<_T 2010 press
no partial-year time-basis unplaced source secondary-source| migrant-kidnappings MEX<_T annual@2015-11 report | migrant-kidnappings MEX<_T 2010-04/2010-09 press
no time-length time-basis unplaced scope overlap| aid-commitment northern-triangle<USA unstated@2015-11 report programme=alliance-for-prosperity | aid-commitment mexico-and-central-america<USA 2008-01-01/.. report programme=merida-initiative
no unit time-length unplaced overlap source secondary-source| security-aid HND<USA unstated@2018-10-20 wsws | aid-commitment northern-triangle<USA unstated@2015-11 report
no unit unplaced                              | ransom MEX unstated@2015-11 report | daily-wage SLV unstated@2015-11 report
notes unplaced scope                          | daily-wage SLV unstated@2015-11 report occupation=bus-driver | daily-wage SLV unstated@2015-11 report occupation=factory-worker
no denominator time-basis unplaced source secondary-source| poverty-share HND unstated@2018-10-20 wsws :not-stated | poverty-share HND 2018 gapminder :national-line
notes scope                                   | poverty-change HND 2009-06-28/2011-06-28 wsws poverty=poverty | poverty-change HND 2009-06-28/2011-06-28 wsws poverty=extreme-poverty
no counted time-length subject time-basis     | poverty-change HND 2009-06-28/2011-06-28 wsws | uac-apprehensions-change USA<_T FY2011 wsws
no time-length subject time-basis source secondary-source| protest-deaths HND ../2018-02-28 opinion | homicides HND 2017 unodc
no unit counted unplaced source secondary-source| visa-processing-days MEX unstated@2018-11 opinion | distance-across-mexico MEX unstated@2015-11 report
`;

const VERDICT = { yes: 'comparable', notes: 'comparable-with-notes', no: 'not-comparable' } as const;

/** The table as rows: one series, another, the verdict, the codes of its reasons. */
export const PAIRS: readonly (readonly [string, string, string, string])[] = TABLE.split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => {
    const [found = '', left = '', right = ''] = line.split('|').map((part) => part.trim());
    const [verdict = '', ...reasons] = found.split(' ');
    return [left, right, VERDICT[verdict as keyof typeof VERDICT], reasons.join(' ')] as const;
  });
