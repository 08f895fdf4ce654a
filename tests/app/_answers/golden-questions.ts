/** The queries of the golden files: every rule of addition, each transform, each kind of gap and of time. */

/** Queries against 1.1.0, by what they check. */
export const GOLDEN_QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'as published': [
    'homicide-rate.csv?country=HND~SLV~GTM',
    'poverty-share.csv?country=HND~MEX',
    'gini-index.csv?country=BRA~CHL&time=2000..2010',
    'missing-migrants.csv?time=2019..2020',
    'border-deaths.csv?time=FY2010..FY2019',
    'caravan-size.csv',
    'aid-commitment.csv',
    'asylum-grant-share.csv?origin=HND&country=USA',
    'asylum-applications.csv?origin=GTM~SLV&country=USA',
    'homicide-rate.csv?csvType=full',
  ],
  'sources beside one another': [
    'homicide-rate.json?country=MEX&time=2012',
    'homicide-rate.json?country=HND~MEX~BLZ&source=preferred',
    'border-deaths.json?time=FY2014',
    'uac-apprehensions.json?basis=us-fiscal-year&time=FY2014',
  ],
  'weighted rates, coverage and members': [
    'homicide-rate.json?group=northern-triangle',
    'homicide-rate.json?group=central-america-7&coverage=0.85',
    'homicide-rate.json?group=m49-419&time=2015&coverage=0.5',
    'homicide-rate.json?group=wb-umc&time=2014&coverage=0.34',
    'homicide-rate.json?group=m49-005&members=today&coverage=0.5',
    'homicide-rate.json?by=source&country=HND~SLV~GTM',
  ],
  'sums of counts and shares': [
    'population.json?group=central-america-7&time=2000..2005',
    'population.json?country=GTM~HND&by=origin~breakdown~source&time=2014',
    'asylum-grant-share.json?by=area~breakdown~source&country=USA&origin=HND~SLV~GTM',
    'asylum-applications.json?origin=northern-triangle',
    'border-apprehensions.json?by=area~origin~source&basis=us-fiscal-year&time=FY2018..FY2019',
    'border-apprehensions.json?by=area~source&basis=us-fiscal-year&time=FY2019',
    'border-encounters.json?origin=not-mexican&by=area~origin~source&time=2019-05',
    'border-encounters.json?origin=northern-triangle&breakdown=border=southwest&basis=us-fiscal-year&time=FY2014..FY2020',
    'justice-reform-states.json?by=area~origin~source',
  ],
  'what may not be added, or cannot': [
    'gini-index.json?group=northern-triangle&time=2014',
    'poverty-share.json?group=northern-triangle&time=2014',
    'daily-wage.json?by=origin~breakdown~source&country=HND~SLV',
    'population.json?by=origin~breakdown~source&country=HND~HNTGU&time=2014',
    'caravan-size.json?by=area~origin~source',
  ],
  'months and years': [
    'border-encounters.json?origin=ITA&basis=us-fiscal-year&time=FY2014..FY2016',
    'border-encounters.json?origin=GBR&basis=us-fiscal-year&time=FY2022&breakdown=border=southwest&definition=border-patrol',
    'uac-apprehensions.json?basis=us-fiscal-year&time=FY2024..FY2025&breakdown=border=southwest',
    'uac-apprehensions.json?basis=calendar-year&time=2014..2016',
    'uac-apprehensions.json?time=2014-10/2015-04',
    'border-encounters.json?time=2013-10/2014-09&origin=HND&by=area~origin~source',
    'missing-migrants.json?basis=calendar-year',
    'border-encounters.json?source=cbp-sbo-encounters&basis=calendar-year&time=2024&origin=HND',
  ],
  transforms: [
    'homicide-rate.json?country=HND~SLV&transform=change',
    'homicide-rate.json?country=HND~SLV&transform=change-percent&time=2010..2016',
    'homicide-rate.json?country=HND~SLV~MEX&transform=index:2010',
    'homicide-rate.json?country=HND~SLV~MEX&transform=rank&time=2012',
    'homicide-rate.json?country=HND~SLV&transform=ratio:area=MEX&time=2012..2014',
    'homicide-rate.csv?country=SLV&source=migrant-crisis-2015&transform=ratio:area=MEX',
    'uac-apprehensions.json?basis=us-fiscal-year&country=USA&transform=ratio:indicator=population~time=2014',
    'border-encounters.json?origin=HND&breakdown=border=southwest&time=2014-10/2015-04&transform=share-of:origin=not-mexican',
    'homicide-rate.json?country=USA&transform=rank:time',
    'homicide-rate.json?group=central-america-7&coverage=0.85&transform=change&time=1999..2000',
    'asylum-grant-share.json?origin=HND&transform=rolling-mean:3',
    'uac-apprehensions.json?basis=us-fiscal-year&transform=per-capita&time=FY2014',
    'border-apprehensions.json?basis=us-fiscal-year&transform=per-capita:origin&origin=MEX&time=FY2014',
    'border-encounters.json?origin=HND~GTM~SLV&breakdown=border=southwest&time=2019-05&transform=share-of-total:origin',
    'border-encounters.json?origin=GBR&basis=us-fiscal-year&breakdown=border=southwest&transform=change-percent',
    'border-encounters.json?origin=HND&breakdown=border=southwest&time=2020-01..2020-12&transform=change',
    'population.json?country=HND~SLV~GTM&transform=share-of-total&time=2014',
  ],
  'times and gaps': [
    'homicide-rate.json?country=BLZ~SLV~CAN~CUB~VEN&time=latest',
    'homicide-rate.json?country=GTM~HND&time=2015',
    'homicide-rate.json?country=HND&time=earliest',
    'homicide-rate.json?country=HND~SLV&time=..2000',
    'poverty-share.json?country=HND~GTM~MEX',
  ],
  'pictures and Spanish': [
    'homicide-rate.svg?country=HND~SLV~GTM&group=northern-triangle',
    'homicide-rate.csv?country=HND&lang=es',
    'uac-apprehensions.svg?basis=us-fiscal-year&lang=es&theme=dark',
    'border-encounters.svg?origin=HND~GTM&breakdown=border=southwest&transform=index:2019&basis=us-fiscal-year',
  ],
};

/** Queries against 1.0.0, the oldest answers of the site. */
export const FIRST: readonly string[] = [
  'homicide-rate.json?group=northern-triangle',
  'population.json?group=northern-triangle&time=2014',
  'asylum-grant-share.json?by=area~breakdown~source&country=USA&origin=HND~SLV~GTM',
  'caravan-size.json?by=area~origin~source',
  'us-otm-apprehensions.json?time=2014-10/2015-04',
  'uac-apprehensions.csv',
  'border-deaths.csv',
  'migrant-kidnappings.csv',
  'homicide-rate.json?country=HND~SLV~GTM&transform=rank&time=2014',
  'uac-apprehensions.json?transform=change-percent&breakdown=border=southwest',
];

/** Queries against later releases: what their catalogues declare for the first time, and files of computed figures. */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  '1.2.0': [
    'asylum-grant-share.json?origin=BOL&country=USA',
    'asylum-grant-share.json?by=area~breakdown~source&country=USA&origin=BOL~HND',
    'border-apprehensions.csv?breakdown=border=southwest&origin=_T&time=FY1974..FY1978',
    'border-apprehensions.json?breakdown=border=southwest&origin=_T&time=FY1974..FY1978&transform=change',
    'border-encounters.json?basis=us-fiscal-year&breakdown=border=southwest&origin=_T&time=FY2023',
    'border-encounters.json?origin=MEX~not-mexican&by=area~source&breakdown=border=southwest&time=2019-05',
    'homicide-rate.json?country=KNA~SLV&time=2014',
  ],
  '1.4.0': [
    'homicide-rate.csv?country=HND&source=world-bank-homicide&time=2010..2014',
    'homicide-rate.csv?country=HND&vintages=changes&source=world-bank-homicide&time=2010..2014',
  ],
  '1.5.0': [
    'homicide-rate.json?group=m49-029&time=2019&coverage=0.5',
    'homicide-rate.csv?group=northern-triangle&parts=yes&time=2014',
    'border-encounters.json?basis=quarter&origin=HND&breakdown=border=southwest&time=2019',
    'uac-apprehensions.csv?basis=half-year&breakdown=border=southwest&time=2013..2014',
    'homicide-rate.json?country=BLZ~SLV~CAN~CUB~VEN&time=latest-common&source=owid-homicide-rate',
  ],
};
