import { useText } from '@counterpart/locale/react';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

export function NotFoundPage() {
  const t = useText('app.notFound');
  return (
    <Page title={t('title')}>
      <EmptyState action={<LinkButton to="/">{t('home')}</LinkButton>}>{t('text')}</EmptyState>
    </Page>
  );
}
