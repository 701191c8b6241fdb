import type { Localized } from '@counterpart/contract';

/**
 * The words of the field in English, French and Arabic, each line one meaning: the usual term first. A network
 * begins with them and makes them its own; native readers have still to go through them.
 */
const meanings = `
violent extremism; VE | extrémisme violent | التطرف العنيف
preventing violent extremism; prevention of violent extremism; PVE | prévention de l'extrémisme violent; PEV | منع التطرف العنيف; الوقاية من التطرف العنيف
countering violent extremism; CVE | lutte contre l'extrémisme violent; LEV | مكافحة التطرف العنيف; مواجهة التطرف العنيف
preventing and countering violent extremism; P/CVE; PCVE | prévention et lutte contre l'extrémisme violent; prévention et répression de l'extrémisme violent; P/LEV | منع التطرف العنيف ومكافحته; منع ومكافحة التطرف العنيف
violent extremism conducive to terrorism | extrémisme violent pouvant conduire au terrorisme; extrémisme violent conduisant au terrorisme | التطرف العنيف المفضي إلى الإرهاب; التطرف العنيف عندما يفضي إلى الإرهاب
terrorism | terrorisme | الإرهاب
counter-terrorism; counterterrorism; combating terrorism | lutte contre le terrorisme; lutte antiterroriste; contre-terrorisme | مكافحة الإرهاب
extremism | extrémisme | التطرف
radicalization; radicalisation | radicalisation | التشدد; نزعة التطرف; الجنوح إلى التطرف; الراديكالية
radicalization to violence; radicalisation leading to violence; violent radicalisation | radicalisation violente; radicalisation menant à la violence | التطرف المؤدي إلى العنف; التشدد المفضي إلى العنف
recruitment | recrutement | التجنيد
incitement to violence; incitement | incitation à la violence; incitation | التحريض على العنف; التحريض
propaganda | propagande | الدعاية; البروباغندا
drivers of violent extremism; drivers of radicalization | facteurs de l'extrémisme violent; moteurs de l'extrémisme violent | دوافع التطرف العنيف; العوامل الدافعة إلى التطرف العنيف
root causes; underlying causes | causes profondes; causes sous-jacentes | الأسباب الجذرية; الأسباب الكامنة
push and pull factors | facteurs d'incitation et d'attraction; facteurs répulsifs et attractifs | عوامل الدفع والجذب; عوامل الطرد والجذب
conditions conducive to the spread of terrorism | conditions propices à la propagation du terrorisme | الظروف المؤدية إلى انتشار الإرهاب; الظروف المواتية لانتشار الإرهاب
grievances | griefs; sentiments d'injustice | المظالم
vulnerability; vulnerabilities | vulnérabilité; fragilités | مواطن الضعف; الهشاشة
marginalization; marginalisation | marginalisation | التهميش
social exclusion; exclusion | exclusion sociale; exclusion | الاستبعاد الاجتماعي; الإقصاء الاجتماعي; الإقصاء
foreign terrorist fighters; FTFs; foreign fighters | combattants terroristes étrangers; CTE; combattants étrangers | المقاتلون الإرهابيون الأجانب; المقاتلون الأجانب
returnees; returning fighters and families | personnes de retour; personnes revenues de zones de conflit | العائدون; العائدون من مناطق النزاع
repatriation | rapatriement | الإعادة إلى الوطن; العودة إلى الوطن
far-right extremism; right-wing extremism; extreme right | extrémisme de droite; extrême droite | تطرف اليمين; التطرف اليميني; اليمين المتطرف
lone actor; lone wolf | acteur isolé; loup solitaire | الذئاب المنفردة; الفاعل المنفرد; المهاجم المنفرد
violent extremist offenders | délinquants extrémistes violents | الجناة من المتطرفين العنيفين; مرتكبو الجرائم من المتطرفين العنيفين
hate | haine | الكراهية
hate speech | discours de haine; discours haineux; propos haineux | خطاب الكراهية
hate crime | crime de haine; crime motivé par la haine; crime haineux | جريمة الكراهية; جرائم الكراهية
hate-motivated violence | violence motivée par la haine | العنف بدافع الكراهية; العنف القائم على الكراهية
polarization; polarisation | polarisation | الاستقطاب
discrimination | discrimination | التمييز
racism; racial discrimination | racisme; discrimination raciale | العنصرية; التمييز العنصري
xenophobia | xénophobie | كراهية الأجانب; كره الأجانب; رهاب الأجانب
antisemitism | antisémitisme | معاداة السامية
anti-Muslim hatred; Islamophobia | haine antimusulmane; islamophobie | كراهية المسلمين; الكراهية ضد المسلمين; كراهية الإسلام; الإسلاموفوبيا
misogyny | misogynie | كره النساء; كراهية النساء
intolerance | intolérance | التعصب; عدم التسامح
tolerance | tolérance | التسامح
stigmatization; stigma; stigmatisation | stigmatisation; stigmate | الوصم
cyberbullying; online bullying; online harassment | cyberharcèlement; harcèlement en ligne | التنمر الإلكتروني; التنمر عبر الإنترنت; التحرش عبر الإنترنت
conspiracy theories | théories du complot; complotisme | نظريات المؤامرة
social cohesion | cohésion sociale | التماسك الاجتماعي; التلاحم الاجتماعي
community resilience; resilience | résilience des communautés; résilience communautaire; résilience | قدرة المجتمعات المحلية على الصمود; قدرة المجتمع على الصمود; القدرة على الصمود; المنعة; المرونة المجتمعية
living together; living together in peace; coexistence | vivre ensemble; vivre-ensemble; coexistence | العيش معا; العيش المشترك; التعايش
social inclusion; inclusion | inclusion sociale; inclusion | الإدماج الاجتماعي; الشمول; الإدماج
integration of migrants; migrant integration | intégration des migrants | إدماج المهاجرين; دمج المهاجرين
refugees | réfugiés | اللاجئون
internally displaced persons; IDPs | personnes déplacées; déplacés internes; PDI | النازحون; النازحون داخليا; المشردون داخليا
migration | migration; migrations | الهجرة
minorities | minorités | الأقليات
interfaith dialogue; interreligious dialogue | dialogue interreligieux; dialogue interconfessionnel | الحوار بين الأديان
intercultural dialogue | dialogue interculturel | الحوار بين الثقافات
religious leaders; faith leaders | chefs religieux; responsables religieux | القيادات الدينية; الزعماء الدينيون; رجال الدين
community leaders | responsables communautaires; leaders communautaires | قادة المجتمع المحلي; القيادات المجتمعية
trust-building; building trust | instauration de la confiance; établissement de la confiance | بناء الثقة
safe space; safe spaces | espace sûr; espace sécurisé; espaces de parole sécurisés | مساحة آمنة; مساحات آمنة; فضاء آمن
sense of belonging; belonging | sentiment d'appartenance; appartenance | الشعور بالانتماء; الانتماء
peacebuilding | consolidation de la paix | بناء السلام
conflict prevention | prévention des conflits | منع نشوب النزاعات; منع النزاعات
mediation | médiation | الوساطة
prevention | prévention | الوقاية; المنع
primary prevention | prévention primaire | الوقاية الأولية
secondary prevention | prévention secondaire | الوقاية الثانوية
tertiary prevention | prévention tertiaire | الوقاية الثالثية; الوقاية من الدرجة الثالثة
early intervention | intervention précoce | التدخل المبكر
early warning | alerte précoce | الإنذار المبكر
risk assessment | évaluation des risques | تقييم المخاطر
needs assessment | évaluation des besoins | تقييم الاحتياجات
local mapping; local diagnosis; local audit | diagnostic local; cartographie locale; audit local | المسح المحلي; رسم الخرائط المحلية; التشخيص المحلي
referral; referral mechanism | orientation; mécanisme d'orientation | الإحالة; آلية الإحالة; آليات الإحالة
reporting a concern; reporting | signalement | الإبلاغ; التبليغ
case management | gestion de cas; suivi individuel | إدارة الحالات
intervention programme; intervention program | programme d'intervention | برنامج التدخل; برامج التدخل
disengagement | désengagement | فك الارتباط; الانفصال عن الجماعات المتطرفة
deradicalization; deradicalisation | déradicalisation | نزع التطرف; إزالة التطرف
exit programme; exit work | programme de sortie; programme Exit | برنامج الخروج من التطرف; برامج الخروج
rehabilitation | réadaptation; réhabilitation | إعادة التأهيل; التأهيل
reintegration; social reintegration | réinsertion; réinsertion sociale; réintégration | إعادة الإدماج; إعادة الإدماج في المجتمع; إعادة الدمج
prisons; prison settings | prisons; milieu carcéral; établissements pénitentiaires | السجون; المؤسسات العقابية
victims of terrorism | victimes du terrorisme | ضحايا الإرهاب
psychosocial support | soutien psychosocial; accompagnement psychosocial | الدعم النفسي الاجتماعي; الدعم النفسي والاجتماعي
mental health | santé mentale | الصحة النفسية; الصحة العقلية
mentoring; mentorship | mentorat | الإرشاد; التوجيه والإرشاد
frontline practitioners; first-line practitioners; frontline workers | intervenants de première ligne; praticiens de première ligne; acteurs de terrain | الممارسون في الخطوط الأمامية; العاملون في الخطوط الأمامية; الممارسون الميدانيون; الاختصاصيون الميدانيون
practitioners | praticiens; intervenants | الممارسون; الاختصاصيون
social workers | travailleurs sociaux; assistants sociaux | الأخصائيون الاجتماعيون; المرشدون الاجتماعيون
youth workers | animateurs socioéducatifs; travailleurs de jeunesse; éducateurs | العاملون مع الشباب
young people; youth | jeunes; jeunesse | الشباب
youth engagement; youth participation; youth involvement | participation des jeunes; mobilisation des jeunes; engagement des jeunes | مشاركة الشباب; إشراك الشباب
youth empowerment | autonomisation des jeunes | تمكين الشباب
gender equality | égalité des sexes; égalité des genres; égalité femmes-hommes | المساواة بين الجنسين
gender mainstreaming; gender perspective | prise en compte des questions de genre; perspective de genre | تعميم مراعاة المنظور الجنساني; المنظور الجنساني
women's empowerment | autonomisation des femmes | تمكين المرأة
families | familles | الأسر; العائلات
education | éducation; enseignement | التعليم
schools; school settings | écoles; établissements scolaires; milieu scolaire | المدارس
critical thinking | esprit critique; pensée critique | التفكير النقدي
media and information literacy; media literacy; MIL | éducation aux médias et à l'information; EMI | الدراية الإعلامية والمعلوماتية; التربية الإعلامية والمعلوماتية; التربية الإعلامية
digital literacy | littératie numérique; compétences numériques | محو الأمية الرقمية; الدراية الرقمية
whole-of-society approach | approche mobilisant l'ensemble de la société; approche pansociétale | نهج المجتمع بأسره; نهج يشمل المجتمع بأسره; نهج يشمل المجتمع ككل
multi-agency approach; multi-stakeholder approach; multi-actor prevention | approche multi-institutionnelle; approche multipartite; approche multi-acteurs; approche interinstitutionnelle | نهج متعدد الوكالات; نهج أصحاب المصلحة المتعددين; نهج متعدد الجهات; الأطر متعددة الوكالات
local prevention network; LPN | réseau local de prévention; RLP | شبكة الوقاية المحلية; شبكات الوقاية المحلية; شبكات الوقاية المجتمعية
national-local cooperation; NLC | coopération entre les niveaux national et local; coopération nationale-locale | التعاون الوطني المحلي; التعاون بين المستويين الوطني والمحلي
national action plan; NAP | plan d'action national; PAN | خطة العمل الوطنية; خطط العمل الوطنية
local action plan; local strategy | plan d'action local; stratégie locale | خطة العمل المحلية; الاستراتيجية المحلية
community policing; community-oriented policing | police de proximité; police communautaire | الشرطة المجتمعية; خفارة المجتمعات المحلية
law enforcement; law enforcement agencies | forces de l'ordre; services de détection et de répression; services chargés de l'application des lois | أجهزة إنفاذ القانون; إنفاذ القانون
crime prevention | prévention de la criminalité; prévention de la délinquance | منع الجريمة
community engagement | mobilisation communautaire; participation des communautés; participation des populations | إشراك المجتمعات المحلية; المشاركة المجتمعية
do no harm | ne pas nuire; principe consistant à ne pas nuire | عدم إلحاق الضرر; لا ضرر
capacity-building; capacity building; capacity development | renforcement des capacités | بناء القدرات; تنمية القدرات
training | formation | التدريب
monitoring and evaluation; monitoring, evaluation and learning; M&E; MEL | suivi et évaluation; suivi, évaluation et apprentissage; S&E | الرصد والتقييم; المتابعة والتقييم; الرصد والتقييم والتعلم
good practice; good practices; promising practices; best practices | bonnes pratiques; pratiques prometteuses; meilleures pratiques | الممارسات الجيدة; الممارسات السليمة; الممارسات الواعدة; أفضل الممارسات
lessons learned | enseignements tirés; leçons apprises | الدروس المستفادة
case study | étude de cas | دراسة حالة; دراسات حالة
toolkit | boîte à outils; trousse d'outils | مجموعة الأدوات; مجموعة أدوات
guide; handbook; manual | guide; manuel | الدليل; دليل إرشادي; كتيب
online harms | préjudices en ligne; dangers en ligne | الأضرار على الإنترنت; الأضرار الإلكترونية
disinformation | désinformation | المعلومات المضللة; التضليل الإعلامي; التضليل
misinformation | mésinformation; fausses informations | المعلومات المغلوطة; المعلومات الخاطئة
social media | médias sociaux; réseaux sociaux | وسائل التواصل الاجتماعي; شبكات التواصل الاجتماعي
terrorist content online; violent extremist content online | contenus à caractère terroriste en ligne; contenus extrémistes violents en ligne | المحتوى الإرهابي على الإنترنت; المحتوى المتطرف العنيف على الإنترنت
counter-narratives; counter-messaging | contre-discours; contre-récits; contre-argumentaire | الخطاب المضاد; السرد المضاد; الروايات المضادة; الرسائل المضادة
alternative narratives | discours alternatifs; récits alternatifs | الخطاب البديل; السرديات البديلة; الروايات البديلة
strategic communications | communication stratégique; communications stratégiques | الاتصالات الاستراتيجية; التواصل الاستراتيجي
content moderation | modération des contenus | الإشراف على المحتوى; إدارة المحتوى
artificial intelligence; AI | intelligence artificielle; IA | الذكاء الاصطناعي
public spaces; public space | espaces publics; espace public | الأماكن العامة; الفضاءات العامة
soft targets; vulnerable targets | cibles vulnérables; cibles faciles | الأهداف غير المحصنة; الأهداف السهلة; الأهداف المعرضة للخطر
urban planning; urban design | urbanisme; aménagement urbain; planification urbaine | التخطيط الحضري; التصميم الحضري
urban security; urban safety | sécurité urbaine; sûreté urbaine | الأمن الحضري; السلامة الحضرية
community safety | sécurité de proximité; sécurité des communautés | سلامة المجتمع; السلامة المجتمعية
crisis management | gestion de crise; gestion des crises | إدارة الأزمات
crisis preparedness; preparedness and response | préparation aux crises; préparation et riposte | التأهب للأزمات; التأهب والاستجابة
crisis communication | communication de crise | التواصل في أوقات الأزمات; الاتصال في حالات الأزمات
electoral violence; election-related violence | violence électorale; violences liées aux élections | العنف الانتخابي; العنف المرتبط بالانتخابات
gang violence | violence des gangs; violence liée aux gangs | عنف العصابات
organized crime; organised crime | criminalité organisée; crime organisé | الجريمة المنظمة
human rights | droits de l'homme; droits humains | حقوق الإنسان
rule of law | état de droit; primauté du droit | سيادة القانون
freedom of expression | liberté d'expression | حرية التعبير; حرية الرأي والتعبير
civil liberties; fundamental freedoms | libertés publiques; libertés fondamentales | الحريات المدنية; الحريات الأساسية
good governance | bonne gouvernance | الحوكمة الرشيدة; الحكم الرشيد
civil society; civil society organizations; CSOs | société civile; organisations de la société civile; OSC | المجتمع المدني; منظمات المجتمع المدني
non-governmental organization; NGO | organisation non gouvernementale; ONG | منظمة غير حكومية; المنظمات غير الحكومية
stakeholders | parties prenantes; parties concernées | أصحاب المصلحة; الجهات المعنية
mayor; mayors | maire; maires | رئيس البلدية; رؤساء البلديات; العمدة; العمد; رئيس الجماعة; أمين المدينة
city council; municipal council | conseil municipal | المجلس البلدي; مجلس المدينة
municipality; municipalities | municipalité; commune | البلدية; البلديات; الجماعة
local authorities; local government; local and regional governments | autorités locales; collectivités territoriales; collectivités locales; administrations locales; gouvernements locaux et régionaux | السلطات المحلية; الحكومات المحلية; الإدارات المحلية; الجماعات المحلية; الجماعات الترابية; الحكومات المحلية والإقليمية
governor | gouverneur | المحافظ; الوالي
governorate; province | gouvernorat; province | المحافظة; المقاطعة; الولاية
policymakers; policy makers | décideurs; responsables politiques | صانعو السياسات; واضعو السياسات; صناع القرار
public-private partnership; PPP | partenariat public-privé; PPP | الشراكة بين القطاعين العام والخاص
Strong Cities Network; SCN; Strong Cities | Réseau des villes fortes; Strong Cities Network; SCN | شبكة المدن القوية; المدن القوية
city network; network of cities | réseau de villes | شبكة المدن
peer learning; peer-to-peer learning; peer exchange | apprentissage entre pairs; apprentissage par les pairs; échange entre pairs | التعلم من الأقران; التعلم بين الأقران; تبادل الخبرات بين الأقران
community of practice; CoP | communauté de pratique; communauté de praticiens | جماعة الممارسين; مجتمع الممارسة; مجتمعات الممارسة
city-to-city exchange; city-to-city cooperation | échange entre villes; échange de ville à ville; coopération de ville à ville | التبادل بين المدن; التعاون بين المدن
study visit; study tour | visite d'étude; voyage d'étude | زيارة دراسية; جولة دراسية
twinning; sister cities | jumelage; villes jumelées | التوأمة; المدن المتوأمة; المدن الشقيقة
regional hub | pôle régional; centre régional | المركز الإقليمي; المحور الإقليمي
steering committee; International Steering Committee | comité de pilotage; comité directeur; comité de pilotage international; CPI | اللجنة التوجيهية; اللجنة التوجيهية الدولية; لجنة التوجيه الدولية
workshop | atelier | ورشة عمل; حلقة عمل
webinar | webinaire; séminaire en ligne | ندوة إلكترونية; ندوة عبر الإنترنت; حلقة دراسية شبكية
Global Summit; summit | Sommet mondial; sommet | القمة العالمية; مؤتمر القمة
focal point; contact point | point focal; point de contact; référent | جهة التنسيق; منسق; جهة الاتصال
facilitator | animateur; facilitateur | الميسر
moderator | modérateur | المشرف; مدير النقاش
Chatham House Rule | règle de Chatham House | قاعدة تشاتام هاوس; قاعدة شاتام هاوس
confidentiality | confidentialité | السرية
data protection | protection des données | حماية البيانات
personal data | données personnelles; données à caractère personnel | البيانات الشخصية; البيانات ذات الطابع الشخصي
privacy; right to privacy | vie privée; respect de la vie privée | الخصوصية; الحق في الخصوصية
funding | financement | التمويل
grant; grants | subvention; subventions | المنحة; المنح
member city; member cities | ville membre; villes membres | المدينة العضو; المدن الأعضاء
membership | adhésion | العضوية
`;

/** What is to be known about words over which people disagree, by the usual English term. */
const notes: Record<string, Localized> = {
  radicalization: {
    en: 'Contested: it may make holding an unusual opinion sound like a crime. Many prefer to name the behaviour.',
    fr: 'Contesté : ce mot peut faire passer une opinion inhabituelle pour un délit. Beaucoup préfèrent nommer le comportement.',
    ar: 'مصطلح محل خلاف: قد يجعل الرأي غير المألوف يبدو جريمة، ويفضّل كثيرون تسمية السلوك نفسه.',
  },
  deradicalization: {
    en: 'Contested: it promises a change of mind. Disengagement speaks only of leaving violence behind.',
    fr: 'Contesté : ce mot promet un changement d’opinion. Le désengagement parle seulement de renoncer à la violence.',
    ar: 'مصطلح محل خلاف: يَعِد بتغيير القناعات، أما فك الارتباط فيعني ترك العنف وحده.',
  },
  terrorism: {
    en: 'There is no definition on which all states agree; laws differ from country to country.',
    fr: 'Aucune définition ne fait l’accord de tous les États ; les lois diffèrent d’un pays à l’autre.',
    ar: 'لا تعريف تتفق عليه الدول كلها، وتختلف القوانين من بلد إلى آخر.',
  },
};

export interface Meaning {
  en: string[];
  fr: string[];
  ar: string[];
  note: Localized | null;
}

/** What a network begins with. */
export const GLOSSARY: readonly Meaning[] = meanings
  .trim()
  .split('\n')
  .map((line) => {
    const [en = [], fr = [], ar = []] = line.split(' | ').map((terms) => terms.split('; '));
    return { en, fr, ar, note: notes[en[0] ?? ''] ?? null };
  });
