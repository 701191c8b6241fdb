import { limits, type SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { type FormEvent, useDeferredValue } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DraftClash } from '../../ui/DraftClash.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { LineArea } from '../../ui/fields.tsx';
import styles from './Ask.module.css';
import type { AskProps } from './AskPage.tsx';
import { useStartable } from './api.ts';
import { DraftLine } from './DraftLine.tsx';
import { type Completed, completed, kindsIn } from './draft-content.ts';
import { LanguageField } from './LanguageField.tsx';
import type { AskField } from './mistakes.ts';
import { SharingField } from './SharingField.tsx';
import { SpaceField } from './SpaceField.tsx';
import { ThemesField } from './ThemesField.tsx';
import { controlOf, useAsk } from './use-ask.ts';
import { type Draft, type Start, useDraft } from './use-draft.ts';
import { Waiting } from './Waiting.tsx';

interface Props extends Omit<AskProps, 'space'> {
  start: Start;
}

/** Everything a new thread needs, in the order in which one thinks of it. */
export function AskForm({ member, start, ...slots }: Props) {
  const t = useText('ask');
  const { spaces = [] } = useStartable();
  const draft = useDraft(member.id, start);
  const space = spaces.find(({ id }) => id === draft.content.spaceId);
  const whole = completed(draft.content, space, member.preferences.locale);
  const { submit, isBusy, mistakes, errorOf } = useAsk(draft, whole);
  const parts = { draft, whole, errorOf };

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Waiting onEdit={draft.add} />
      {draft.clash && (
        <DraftClash clash={draft.clash} onMine={draft.keepMine} onOther={draft.takeOther} />
      )}
      <ErrorSummary mistakes={mistakes} />
      <Words {...parts} {...slots} onSend={submit} />
      <Circumstances {...parts} spaces={spaces} own={member.languages} />
      <div className={styles.send}>
        <Button type="submit" look="primary" busy={isBusy}>
          {t(`submit.${isBusy ? 'busy' : whole.kind}`)}
        </Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}

interface Parts {
  draft: Draft;
  whole: Completed;
  errorOf: (field: AskField) => string | undefined;
}

type WordsProps = Parts & Pick<AskProps, 'Editor' | 'Hints' | 'Similar'> & { onSend: () => void };

function Words({ draft, whole, errorOf, Editor, Hints, Similar, onSend }: WordsProps) {
  const t = useText('ask');
  const { content, change } = draft;
  const { space } = whole;
  const hinted = useDeferredValue(`${content.title}\n${content.body}`);
  return (
    <>
      <LineArea
        id={controlOf('title')}
        label={t(whole.kind === 'question' ? 'titleField' : 'titleOther')}
        hint={whole.kind === 'question' ? t('titleHint') : undefined}
        error={errorOf('title')}
        maxLength={limits.title}
        autoComplete="off"
        value={content.title}
        onChange={({ target }) => change({ title: target.value })}
      />
      <Editor
        id={controlOf('body')}
        label={t('body')}
        hint={t('bodyHint')}
        error={errorOf('body')}
        value={content.body}
        onChange={(body) => change({ body })}
        mentions={space && whole.sharing ? { spaceId: space.id, sharing: whole.sharing } : null}
        onSend={onSend}
      />
      <Hints text={hinted} />
      {/* Below what is being typed, which it must not move. */}
      <Similar text={hinted} />
    </>
  );
}

type CircumstancesProps = Parts & { spaces: SpaceView[]; own: string[] };

function Circumstances({ draft, whole, errorOf, spaces, own }: CircumstancesProps) {
  const t = useText('ask');
  const threads = useText('threads');
  const { content, change } = draft;
  const { space } = whole;
  return (
    <>
      <SpaceField
        spaces={spaces}
        chosen={space}
        error={errorOf('space')}
        onChoose={(spaceId) => change({ spaceId })}
      />
      <Choice
        id={controlOf('kind')}
        legend={t('kind')}
        error={errorOf('kind')}
        value={whole.kind}
        onChange={(kind) => change({ kind })}
        options={kindsIn(space).map((kind) => ({
          value: kind,
          label: threads(`kind.${kind}`),
          means: threads(`kindMeans.${kind}`),
        }))}
      />
      <ThemesField
        chosen={content.themes}
        error={errorOf('themes')}
        onChange={(themes) => change({ themes })}
      />
      <LanguageField
        own={own}
        language={whole.language}
        isGuess={whole.isGuess}
        error={errorOf('language')}
        onChoose={(language) => change({ language })}
      />
      {space && (
        <SharingField
          space={space}
          value={whole.sharing}
          error={errorOf('sharing')}
          onChoose={(sharing) => change({ sharing })}
        />
      )}
    </>
  );
}
