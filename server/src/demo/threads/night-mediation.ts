import type { StoryThread } from '../story-types.ts';

export const nightMediation: StoryThread = {
  key: 'night-mediation',
  space: 'public-space',
  kind: 'question',
  title:
    'Médiation de nuit près de la gare routière : combien de personnes, quel budget, quelles limites ?',
  language: 'fr',
  sharing: 'network',
  themes: ['public-space', 'budget', 'youth'],
  author: 'mariam',
  asked: { daysAgo: 33, at: '10:20' },
  body: `Notre conseil veut une équipe de médiation de nuit autour de la gare routière et du marché, de 20 h à 2 h. Les commerçants se plaignent, les jeunes aussi, et personne ne se parle. On me demande un chiffre pour vendredi, et je n’en ai aucun qui tienne.

Trois questions précises :

1. Combien de personnes par soir pour que ce ne soit pas du théâtre ?
2. Combien cela coûte-t-il **vraiment**, formation et arrêts maladie compris ?
3. Qu’est-ce que la médiation de nuit ne sait pas faire ?`,
  reactions: { useful: ['ousmane', 'bastien', 'fatou'], talk: ['solene'] },
  posts: [
    {
      author: 'solene',
      language: 'fr',
      daysAgo: 33,
      at: '13:45',
      body: `Dix ans de terrain, voici nos chiffres. **Jamais moins de deux binômes par secteur**, donc quatre personnes présentes, donc sept contrats si l’on compte les congés, les formations et les nuits où quelqu’un tombe malade.

Chez nous, un secteur ouvert cinq soirs par semaine revient à environ 310 000 € par an. Les salaires font 82 %, l’encadrement et l’analyse des pratiques 11 %, le local et les téléphones le reste.

Le local compte plus qu’on ne croit : une pièce éclairée, une bouilloire, une porte qui ferme. Sans elle, les gens tiennent une saison.`,
      reactions: { useful: ['mariam', 'ousmane', 'bastien', 'fatou', 'liesbeth'], tried: ['luz'] },
    },
    {
      author: 'ousmane',
      language: 'fr',
      daysAgo: 32,
      at: '09:00',
      body: `À Dakar les montants n’ont rien à voir, mais les proportions se ressemblent. Nous avons commencé avec **six personnes pour deux marchés**, quatre soirs par semaine, pour l’équivalent de 29 000 € par an. La première année nous avions oublié trois postes : le transport de retour à deux heures du matin, les repas, l’assurance.

Ce sont des lignes minuscules. Ce sont aussi celles qui ont provoqué la seule grève de l’équipe. Le transport du retour, surtout : une médiatrice ne rentre pas à pied.`,
      reactions: { useful: ['mariam', 'fatou'] },
    },
    {
      author: 'luz',
      language: 'en',
      daysAgo: 32,
      at: '15:10',
      body: `I read French better than I write it, so forgive me for English. We tried with **one pair only**, for the money. It lasted five months. One pair cannot be at the bus station and at the market, so people learned to wait until they had passed.

When we went to two pairs, complaints first *rose* by a third, because somebody was finally there to complain to. Prepare your council for that curve, or they will stop the project in month four, just before it begins to work.`,
      reactions: { useful: ['mariam', 'solene'] },
    },
    {
      author: 'mariam',
      language: 'fr',
      daysAgo: 31,
      at: '10:05',
      quotes: 4,
      quoteText: 'complaints first rose by a third',
      body: `Merci {{member:luz}}, cette phrase vaut à elle seule la question. Je vais l’écrire en gras dans la note au conseil, avec un graphique prévu d’avance : « voici ce que vous verrez au quatrième mois, et c’est bon signe ».

{{member:solene}}, une précision : sur sept contrats, combien sont des habitants du quartier ? Ici, les uns disent que c’est indispensable, les autres que c’est le meilleur moyen de mettre les gens en difficulté devant leurs voisins.`,
    },
    {
      author: 'solene',
      language: 'fr',
      daysAgo: 30,
      at: '22:30',
      body: `Moitié-moitié, et **jamais dans leur propre rue**. Un habitant du quartier voisin connaît les codes sans connaître les dossiers. Au début nous avions recruté dans l’immeuble même : deux personnes ont dû déménager.

Quant aux limites, puisque tu poses la bonne question : la médiation ne sait pas faire face à un trafic installé, ni remplacer un hébergement, ni calmer une fête à trois cents. Elle sait empêcher que cent petites choses en deviennent une grande. Quand la ville nous demande le reste, nous disons non par écrit.`,
      reactions: { useful: ['mariam', 'bastien', 'marta'] },
    },
    {
      author: 'bastien',
      language: 'fr',
      daysAgo: 29,
      at: '18:40',
      body: `Point de vue d’élu, pour la note de vendredi. Ce qui nous a fait voter le budget trois années de suite, ce ne sont pas les statistiques. C’est une page par trimestre, écrite par l’équipe : trois situations racontées **sans lieu ni personne**, ce qui a été fait, ce qui n’a pas marché.

Et une règle que je recommande : aucun élu n’appelle l’équipe directement pendant la nuit. Il y a un cadre d’astreinte. J’ai moi-même enfreint cette règle une fois, et je me souviens encore de la réponse.`,
      reactions: { useful: ['solene', 'mariam'] },
    },
    {
      author: 'leila',
      language: 'ar',
      daysAgo: 28,
      at: '11:20',
      body: `تجربتنا أصغر بكثير: أربعة وسطاء في محيط السوق القديم، ثلاث ليالٍ في الأسبوع، طوال شهر رمضان والصيف فقط. فضّلنا **موسمًا واضحًا** على خدمة دائمة لا نستطيع تمويلها.

ما نجح: أن يكون بين الأربعة امرأتان؛ فقد تغيّر نوع الأحاديث كليًا. وما لم ينجح: السترة الملونة التي تحمل شعار البلدية. ظنّهم الناس مفتشين، فاستبدلناها بشارة صغيرة تُبرز عند السؤال.`,
      reactions: { useful: ['mariam', 'solene', 'marta'], tried: ['ousmane'] },
    },
    {
      author: 'fatou',
      language: 'fr',
      daysAgo: 27,
      at: '09:30',
      body: `Je travaille pour un fonds partenaire, pas pour une ville ; lisez-moi donc comme quelqu’un qui finance. Nous avons cofinancé quatre équipes de ce type. Celles qui ont survécu à notre départ avaient un point commun : dès la **première** année, la commune payait l’encadrement elle-même, même si tout le reste venait de nous.

Celles où nous payions tout se sont arrêtées dans les trois mois. Demandez-nous donc moins, mais pas la mauvaise partie.`,
      reactions: { useful: ['mariam', 'ousmane'] },
    },
    {
      author: 'mariam',
      language: 'fr',
      daysAgo: 21,
      at: '16:15',
      body: `Retour promis. Le conseil a voté : deux binômes, quatre soirs, pour une durée d’un an, 41 millions de francs CFA. La commune paie l’encadrement, comme le suggérait {{member:fatou}}, et les taxis du retour ont leur propre ligne, que personne n’a osé contester.

Ce que nous n’avons **pas** obtenu : le local. L’équipe commence dans l’arrière-salle de la bibliothèque. {{member:marta}}, vous aviez, je crois, une expérience de ce genre ?`,
      reactions: { useful: ['solene', 'luz', 'ousmane', 'bastien', 'fatou'] },
    },
    {
      author: 'marta',
      language: 'en',
      daysAgo: 20,
      at: '08:50',
      body: `Yes, and it was better than any office we had later. A library has a kitchen, a toilet, a caretaker with keys, and nobody is ashamed to be seen going in. Three things to settle with the director **before** the first night:

- who cleans, because it will be you
- where wet coats go
- that the team never uses the place to *hold* anybody, not even to calm down

The third was our mistake. After that evening it took us half a year to be welcome again.`,
      reactions: { useful: ['mariam', 'solene'] },
    },
  ],
  synthesis: {
    author: 'solene',
    language: 'fr',
    daysAgo: 12,
    at: '21:10',
    cites: [2, 3, 4, 6, 7, 8, 9, 10, 11],
    body: `**Demandé.** Combien de personnes, quel budget et quelles limites pour une médiation de nuit autour d’une gare routière ?

**Ce qui a fonctionné, et où**

- Deux binômes par secteur au minimum ; un seul binôme n’a tenu que cinq mois : Marseille #2, Pereira #4.
- Budget : de 29 000 € pour six personnes #3 à 310 000 € pour sept contrats #2. Prévoir le retour de nuit, les repas et l’assurance #3.
- Des habitants du quartier voisin, jamais de la même rue #6.
- Une page racontée par trimestre pour les élus, sans lieu ni personne #7.
- La commune paie l’encadrement dès la première année #9.

**Limites.** Ni trafic installé, ni hébergement, ni grande fête #6. Annoncer que les plaintes augmentent d’abord #4.

**Points ouverts**

- Une saison ou toute l’année, quand l’argent manque ? #8
- Le local : la bibliothèque à l’essai #10 #11`,
  },
};
