/** French words beside names. */
import type { NameWords } from '../model/name-words.ts';
import { words } from '../model/words.ts';

export const frenchNames: NameWords = {
  closed: words(
    'le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre ' +
      'nos votre vos leur leurs quel quelle quels quelles',
    'chaque tout toute tous toutes plusieurs quelque quelques aucun aucune nul nulle autre ' +
      'autres même mêmes tel telle je me moi tu te toi il',
    'elle on nous vous ils elles lui eux se soi y en qui que quoi dont où ceci cela ça celui ' +
      'celle ceux celles à de dans par pour sur sous avec',
    'sans chez vers entre depuis pendant avant après contre devant derrière malgré selon ' +
      'sauf dès jusque jusqu et ou mais donc or ni car si',
    'comme quand lorsque puisque quoique parce est sont était étaient suis es sommes êtes ' +
      'été être sera seront serait fut ai as a avons avez',
    'ont avait avaient eu aura aurait avoir fait faire peut peuvent pouvait doit ne pas plus ' +
      'point jamais oui non très trop bien aussi encore',
    'deux trois quatre cinq six sept huit neuf dix onze douze',
  ),
  determiners:
    'le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre ' +
    'nos votre vos leur leurs chaque',
  placePrepositions: 'à de dans en vers pour par chez depuis près',
  openers: words(
    'hier demain après ensuite puis enfin alors ainsi déjà toujours souvent parfois bientôt ' +
      'peut-être peut cependant pourtant toutefois',
    'néanmoins maintenant ici là cher chère mon pauvre vieux jeune petit bon autrefois voilà ' +
      'voici surtout seulement d’abord',
  ),
  common: words(
    'petit grand gros bon beau bel blanc noir rouge vert brun gris jeune vieux long court ' +
      'fort faible riche pauvre roi comte duc prince marquis',
    'baron évêque abbé moine prêtre maître père mère frère fils ami enfant homme femme ' +
      'maison château tour pont mur porte rue place moulin',
    'bois forêt rivière fontaine lac mer montagne val mont pré champ jardin fleur rose arbre ' +
      'pierre roche sable or argent fer pain vin sel',
    'jour nuit matin soir hiver été printemps automne mars avril mai juin juillet août ' +
      'dimanche lundi guerre paix mort vie amour coeur cœur',
    'tête main pied chevalier berger boucher boulanger charpentier marchand meunier tailleur ' +
      'bataille marche poste banque livre page lettre',
  ),
  placeAdjectives: 'nouveau nouvelle neuf saint sainte haut haute bas basse grand grande',
  placeLinks: 'sur sous lès en aux',
  questionWords: 'qui',
  thingAfter: 'frères',
  placeBefore:
    'rue place avenue boulevard quai pont hôtel château fort mont saint sainte st ste lac ' +
    'cap port bibliothèque musée fonds prix lycée',
  titles: words(
    'vicomte vicomtesse empereur impératrice archiduc dauphin président ambassadeur ministre ' +
      'consul sénateur député maréchal amiral lieutenant',
    'commandant évêque archevêque cardinal pape curé mm mmes citoyen citoyenne chevalier',
  ),
  femaleTitles:
    'mme mlle madame mademoiselle comtesse duchesse marquise baronne reine princesse sœur ' +
    'soeur tante mmes vicomtesse impératrice citoyenne',
  maleTitles:
    'm mr monsieur roi empereur prince duc comte vicomte marquis baron abbé père frère oncle ' +
    'chevalier sieur',
  nobles:
    'duc duchesse comte comtesse marquis marquise vicomte vicomtesse baron baronne prince ' +
    'princesse',
  rulers: 'roi reine empereur impératrice prince princesse pape évêque archevêque dauphin',
  forenames: words(
    'adélaïde adèle adrienne agathe aimée alexandre alphonse amélie anatole andrée annette',
    'antoinette auguste augustin aurore baptiste barthélemy benoît blaise blanche camille',
    'catherine cécile céleste charlotte claire claudine clémence clotilde constant damien',
    'delphine denise didier dominique edmée édouard élisabeth élise émile émilie ernestine',
    'étienne eugénie fernand françois françoise frédéric gaspard geneviève germaine gérard',
    'gustave guillaume hélène henriette hippolyte honoré hortense isabelle jacqueline jeanne',
    'jérôme joachim joséphine juliette julie laurent léon léonie léopold lucie lucien madeleine',
    'marc marcelle marguerite marianne marie marthe mathieu mathilde maxime nicole odette olivier',
    'pascal pauline prosper rémy renée rosalie roselyne sébastien simone sophie stéphane suzanne',
    'théodore théophile thérèse thierry toussaint valentin véronique victoire virginie yves',
    'yvonne zoé',
  ),
  saying:
    'dit disait répondit demanda écrit écrivit ajouta pense croit vint vient alla va est a avait',
  capitalNouns: false,
};
