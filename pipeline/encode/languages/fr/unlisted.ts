/** French words for names that no list has: titles and places; there is no dictionary. */
import type { UnlistedWords } from '../model/unlisted-words.ts';
import { words } from '../model/words.ts';

export const frenchUnlisted: UnlistedWords = {
  peoples: words(
    'français française françaises anglais anglaise anglaises allemand allemande allemands ' +
      'allemandes italien italienne italiens espagnol',
    'espagnole espagnols russe russes autrichien autrichienne autrichiens belge belges ' +
      'suisse suisses américain américaine américains',
    'juif juive juifs chrétien chrétienne chrétiens catholique catholiques protestant ' +
      'protestants musulman musulmans turc turcs grec grecs',
    'polonais hongrois hollandais portugais suédois danois chinois japonais arabe arabes ' +
      'latin latine',
  ),
  ordinary: words(
    'dieu ciel noël pâques seigneur majesté altesse excellence éminence sainteté ' +
      'gouvernement république empire état états',
    'ministre ministère préfet préfecture maire mairie ambassade consulat sénat chambre ' +
      'assemblée conseil cour église bourse',
    'cher chère chers mon ma mes monsieur madame mademoiselle messieurs mesdames amitiés ' +
      'salutations lettre dépêche note article',
    'papa maman oncle tante frère soeur cousin cousine ami amie amis nord sud est ouest ' +
      'orient occident i ii iii iv v vi vii viii ix x ps nb',
  ),
  placePrepositions: 'à en vers depuis dans',
  personPrepositions: 'avec par chez',
  writing: '',
  telling: '',
  ruled: '',
  personalMessages: '',
  portfolios: '',
  organizations: words(
    'société compagnie comité commission ministère université académie institut association ' +
      'banque ligue conseil club chemins hôpital',
    'musée bibliothèque fondation agence administration union parti théâtre opéra journal ' +
      'gazette revue',
  ),
  ofPersons:
    'comité commission gouvernement ministère cabinet musée fondation théâtre administration',
  institutions: '',
  owners: '',
  owned: '',
  organizationEndings: '',
  firms: 'cie fils frères',
  firmEndings: 'sarl',
  ships: 'ss hms',
  shipWords: 'paquebot vapeur croiseur cuirassé frégate navire goélette',
  placeAfter: '',
  placeBefore:
    'rue avenue boulevard place quai pont fort château lac mont cap île golfe forêt faubourg',
  placeEndings: '',
  placesAlone: '',
  kindsOfStreets: '',
  settlementEndings: '',
  intoPrepositions: '',
  venues: '',
  joins: 'de du des et pour d la le les',
  places: words(
    'france angleterre écosse irlande allemagne autriche hongrie prusse bavière saxe italie ' +
      'espagne portugal suisse belgique hollande',
    'pays-bas russie pologne suède norvège danemark grèce turquie égypte algérie tunisie ' +
      'maroc amérique états-unis mexique brésil chine',
    'japon inde indes europe asie afrique paris londres vienne rome madrid lisbonne ' +
      'bruxelles anvers berlin munich dresde francfort hambourg',
    'varsovie moscou saint-pétersbourg constantinople athènes alexandrie le_caire genève ' +
      'lausanne berne zurich bâle milan venise florence',
    'naples turin gênes lyon marseille bordeaux toulouse nantes lille rouen rennes ' +
      'strasbourg grenoble dijon versailles',
    'fontainebleau provence bretagne normandie bourgogne champagne alsace lorraine savoie ' +
      'corse seine loire rhône rhin danube méditerranée',
    'croisset nohant new_york',
  ),
};
