import { useMe } from '../../features/accounts/index.ts';
import { HomePage } from '../../features/reading/HomePage.tsx';
import { ThreadItem } from '../../features/thread-list/index.ts';

export function Home() {
  return <HomePage member={useMe()} ThreadItem={ThreadItem} />;
}
