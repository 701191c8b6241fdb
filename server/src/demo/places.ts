import type { Localized } from '@counterpart/contract';
import file from './places.generated.json' with { type: 'json' };

/** A city as GeoNames knows it; `region` is the network's own, `timeZone` an IANA name. */
export interface Place {
  key: string;
  geonameId: number;
  name: Localized;
  country: string;
  region: string;
  lat: number;
  lon: number;
  population: number;
  timeZone: string;
}

export const PLACES: Place[] = file.places;
export const PLACES_SOURCE = { source: file.source, licence: file.licence };
