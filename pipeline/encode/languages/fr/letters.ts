/** French letters and despatches. */
import type { LetterWords } from '../model/letter-words.ts';

export const frenchLetters: LetterWords = {
  addressee:
    String.raw`(?:à|a) (?:monsieur|madame|mademoiselle|messieurs|monseigneur|m\.|mme|son|sa|` +
    String.raw`l['’])|` +
    String.raw`monsieur|madame|mademoiselle|messieurs|m\.|mm\.|mme|mlle|monseigneur|` +
    String.raw`son excellence|au ` +
    String.raw`(?:citoyen|ministre|roi|général)|carte postale`,
  addressedTo:
    String.raw`(?:à|a) (?:monsieur|madame|mademoiselle|messieurs|monseigneur|m\.|mme|` +
    String.raw`son excellence)|au citoyen|(?:monsieur|madame|` +
    String.raw`mademoiselle) (?:monsieur|madame|mademoiselle)`,
  superscription: String.raw`adresse|suscription|au dos|enveloppe`,
  institution:
    String.raw`légation|ambassade|consulat|minist[èe]re|hôtel|quartier[- ]général|bureau|` +
    String.raw`direction|` +
    String.raw`cabinet|château|préfecture|république|armée`,
  street:
    String.raw`\d{1,4}(?: ?bis)?,? (?:rue|r\.|quai|boulevard|bd|avenue|place|passage|faubourg|` +
    String.raw`cité|` +
    String.raw`square) .{1,40}|(?:rue|quai|boulevard|avenue|place) .{1,40},? (?:n[°º]? ?)?\d{1,4}`,
  beforePlace: String.raw`(?:fait|donnée?|écrite?|passé)(?: à| en)|à|a|de|du|au|en|d['’]`,
  beforeDate: String.raw`le|ce|du|(?:au |du |le )?mois d(?:e|['’])`,
  received: String.raw`reçue?s?|arrivée?`,
  dispatched: String.raw`expédiée?|exp|envoyée?|partie?`,
  undated: String.raw`sans date|s\. ?d\.|non datée?`,
  timeOfDay:
    String.raw`(?:au |du |le )?(?:matin|soir|midi|minuit|nuit|après-midi)|\d{1,2} ?(?:h|` +
    String.raw`heures?)(?: ` +
    String.raw`(?:du matin|du soir))?`,
  signed: String.raw`\(?(?:signée?)\)?\.?:?`,
  added: [
    ['enclosure', 'pièces? jointes?'],
    ['annex', 'annexes?|appendice'],
  ],
  kinds:
    String.raw`(?:copie d['’]une )?(?:la |une )?(?:lettre|note|dépêche|télégramme|billet|` +
    String.raw`mémoire|rapport|` +
    String.raw`carte(?: postale)?|circulaire)`,
  relatives:
    'mère|père|parents|frères?|sœurs?|soeurs?|femme|mari|époux|épouse|fils|filles?|oncle|' +
    'tante|cousine?|neveu|nièce|grand-mère|grand-père|amie?s?|fiancée?|enfants|famille',
  farewell:
    String.raw`adieu|(?:vous |t['’])?embrasse\p{L}*|amitiés|compliments|respects|hommages|` +
    String.raw`tendresses|aim[eé][sz]?[- ]moi|soy[eé][sz] (?:persuad|assur)\p{L}+`,
  records:
    'testament|codicille|contrat|acte|procuration|requête|procès-verbal|certificat|quittance|' +
    'traité|convention|ordonnance|statuts',
  attested:
    'en foi de quoi|en témoin de quoi|fait et (?:passé|signé)|lu et approuvé|écrit en entier de ' +
    'ma main|ceci est mon testament|je lègue|je donne et lègue|signé de ma main|par[- ]devant',
  fromWord: String.raw`de|du|de la|des`,
  servant: 'serviteurs?|servante|servr|suppliant',
  remaining:
    String.raw`je (?:suis|reste|demeure)|nous sommes|j[’']ai l[’']honneur d[’']être|agréez|` +
    String.raw`recevez|` +
    String.raw`veuillez|croyez`,
  remainsAs:
    String.raw`serviteurs?|servante|ami[es]?|dévouée?s?|vôtre|considération(?: (?:très |` +
    String.raw`la plus |plus ` +
    String.raw`)?distinguée)?|sentiments(?: (?:les |plus |très )*\p{Ll}+s)?|respect`,
};
