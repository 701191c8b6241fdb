import styles from './ShortSelect.module.css';

interface Props {
  /** What is chosen; said by screen readers, while eyes see it from the entries. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [value: string, words: string])[];
}

/** A choice in a line of text, for lists and filters; takes effect at once. */
export function ShortSelect({ label, value, onChange, options }: Props) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={styles.select}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
