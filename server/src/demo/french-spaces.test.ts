import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces.ts';

// Spaces that hold are shown: ~ for the wide one, ^ for the narrow one.
const shown = (text: string) => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^');

test.each([
  ['Où ? Ici ; là !', 'Où^? Ici^; là^!'],
  ['Demandé : « Qui savait ? »', 'Demandé~: «~Qui savait^?~»'],
  ['les « **adultes** », et « non ».', 'les «~**adultes**~», et «~non~».'],
  [
    'de 20 h à 2 h, 82 %, 310 000 € et 41 millions',
    'de 20~h à 2~h, 82~%, 310^000~€ et 41 millions',
  ],
  ['en 2026 1 fil, 12 hommes', 'en 2026 1 fil, 12 hommes'],
  [
    '**Points ouverts**\n\n- Le local : à l’essai #10 #11',
    '**Points ouverts**\n\n- Le local~: à l’essai #10 #11',
  ],
])('%s', (written, printed) => {
  expect(shown(frenchSpaces(written))).toBe(printed);
  expect(frenchSpaces(frenchSpaces(written))).toBe(frenchSpaces(written));
});
