import { useRouter } from '@tanstack/react-router';

/** Where one can go from everywhere, in order. */
const places = [
  { to: '/', key: 'home', exact: true },
  { to: '/spaces', key: 'spaces', exact: false },
  { to: '/ask', key: 'ask', exact: true },
  { to: '/saved', key: 'saved', exact: true },
  { to: '/you', key: 'you', exact: true },
] as const;

export type Place = (typeof places)[number];

/** Only the places that have a page. */
export function usePlaces(): Place[] {
  const { routesByPath } = useRouter();
  const known = new Set(Object.keys(routesByPath));
  return places.filter(({ to }) => known.has(to));
}
