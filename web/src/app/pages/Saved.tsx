import { useMe } from '../../features/accounts/index.ts';
import { SavedPage } from '../../features/reading/SavedPage.tsx';

export function Saved() {
  return <SavedPage member={useMe()} />;
}
