// `npm run bench`: all measures, or those that are named.
import type { Measure } from './measure.ts';
import { fanOut } from './measures/fan-out.ts';
import { growth } from './measures/growth.ts';
import { interaction } from './measures/interaction.ts';
import { pageLoad } from './measures/page-load.ts';
import { postWrite } from './measures/post-write.ts';
import { searching } from './measures/search.ts';
import { start } from './measures/start.ts';
import { threadList } from './measures/thread-list.ts';
import { threadPage } from './measures/thread-page.ts';
import { reportOn } from './report.ts';
import { postgresVersion } from './stage/network.ts';

const measures: Measure[] = [
  threadPage,
  threadList,
  postWrite,
  fanOut,
  growth,
  searching,
  start,
  pageLoad,
  interaction,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !measures.some((measure) => measure.name === name));
if (unknown.length > 0) {
  const names = measures.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no measure ${unknown.join(', ')}. There are: ${names}\n`);
  process.exit(2);
}
for (const measure of measures) {
  if (wanted.length > 0 && !wanted.includes(measure.name)) continue;
  process.stdout.write(`${await reportOn(measure, postgresVersion)}\n`);
}
