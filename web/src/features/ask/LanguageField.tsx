import { useFormat, useText } from '@counterpart/locale/react';
import { Select } from '../../ui/fields.tsx';
import { languageChoices } from './languages.ts';
import { controlOf } from './use-ask.ts';

interface Props {
  own: string[];
  language: string;
  isGuess: boolean;
  error: string | undefined;
  onChoose: (language: string) => void;
}

/** Recognised while one types, and the writer's to correct. */
export function LanguageField({ own, language, isGuess, error, onChoose }: Props) {
  const t = useText('ask');
  const format = useFormat();
  return (
    <Select
      id={controlOf('language')}
      label={t('language')}
      hint={t(isGuess ? 'languageGuessed' : 'languageWhy')}
      error={error}
      value={language}
      onChange={({ target }) => onChoose(target.value)}
    >
      {languageChoices(own, language, format.language).map((tag) => (
        <option key={tag} value={tag}>
          {format.languageAlone(tag)}
        </option>
      ))}
    </Select>
  );
}
