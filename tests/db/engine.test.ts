import { expect, test } from 'vitest';
import { testDatabase } from '../setup/database.ts';
import { asker, line } from './asking.ts';

const { sql } = await testDatabase();
const { ask } = await asker(sql, '1.0.0');
test('x', async () => {
  const show = async (...a: [string, string?]) => console.log(a.join('?'), (await ask(...a)).map(line));
  await show('homicide-rate', 'group=northern-triangle');
  await show('homicide-rate', 'group=northern-triangle&time=latest');
  await show('homicide-rate', 'group=central-america-7&coverage=0.4');
  await show('homicide-rate', 'by=source&country=SLV~HND~GTM');
  await show('homicide-rate', 'by=source&country=SLV~SVSAL');
  await show('homicide-rate', 'by=source&group=northern-triangle');
  await show('homicide-rate', '');
  await show('asylum-grant-share', 'origin=northern-triangle&time=2014');
  await show('asylum-grant-share', 'origin=northern-triangle&basis=us-fiscal-year');
  await show('population', 'group=northern-triangle&time=2014');
  await show('caravan-size', 'by=area~origin');
  await show('caravan-size', 'by=area~origin&breakdown=caravan=first~caravan=all');
  await show('justice-reform-states', 'by=area');
  await show('aid-commitment', 'time=latest');
  await show('aid-commitment', 'basis=since&time=latest');
  expect(1).toBe(1);
});
