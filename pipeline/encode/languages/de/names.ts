/** German words beside names. */
import type { NameWords } from '../model/name-words.ts';
import { words } from '../model/words.ts';

export const germanNames: NameWords = {
  closed: words(
    'der die das des dem den ein eine einer eines einem einen kein keine keiner keines ' +
      'keinem keinen dieser diese dieses diesem diesen',
    'jener jene jenes jenem jenen jeder jede jedes jedem jeden mancher manche manches ' +
      'welcher welche welches welchem welchen solcher solche',
    'alle alles allen aller allem beide beiden viele vieles wenige mehr etwas nichts man ' +
      'jemand niemand wer wen wem wessen was',
    'ich mich mir du dich dir er ihn ihm sie es wir uns ihr euch ihnen sich mein meine ' +
      'meiner meines meinem meinen dein deine deiner deines',
    'deinem deinen sein seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren unser ' +
      'unsere unserer unseres unserem unseren euer eure',
    'in im ins an am ans auf aufs aus bei beim bis durch für gegen hinter mit nach neben ' +
      'ohne seit über um unter von vom vor während wegen',
    'zu zum zur zwischen trotz statt gegenüber und oder aber denn sondern doch jedoch weil ' +
      'daß dass wenn als ob obwohl wie so da damit',
    'nachdem bevor ehe indem sowie weder noch entweder sowohl ist sind war waren bin bist ' +
      'sei wäre wären wird werden wurde wurden worden',
    'hat habe haben hatte hatten hätte hätten kann können konnte könnte muß muss müssen ' +
      'mußte soll sollen sollte will wollen wollte darf',
    'mag möchte nicht ja nein auch nur schon noch sehr hier dort dann nun jetzt ganz zwei ' +
      'drei vier fünf sechs sieben acht neun zehn elf zwölf',
  ),
  determiners: words(
    'der die das des dem den ein eine einer eines einem einen kein keine keiner dieser diese ' +
      'dieses diesem diesen jener jene jedes jeder jede',
    'mein meine meiner meinem meinen dein deine sein seine seiner seinem seinen ihr ihre ' +
      'ihrer ihrem ihren unser unsere euer eure zum zur im am vom',
  ),
  placePrepositions: 'in nach aus von bei zu über durch um an auf vor bis gegen',
  openers: words(
    'gestern heute morgen vorgestern übermorgen abends vormittags nachmittags mittags früh ' +
      'nachts dann danach darauf später vorher nachher',
    'hierauf plötzlich endlich zuerst zuletzt vielleicht wahrscheinlich natürlich leider ' +
      'übrigens inzwischen indessen unterdessen außerdem',
    'trotzdem deshalb daher darum also wieder immer nie oft manchmal einmal bald eben gerade ' +
      'besonders ebenso sogar dabei dazu dagegen',
    'mittag abend nachmittag vormittag nacht bitte lieber liebe guter gute armer arme alte ' +
      'alter junge junger der dr zugegen anwesend ferner',
  ),
  common: words(
    'gut groß grosz klein lang kurz alt jung neu weiß weiss schwarz braun roth rot grün gelb ' +
      'grau blau stark still frei fromm reich arm ernst',
    'mann frau kind vater mutter bruder sohn freund herr könig kaiser fürst graf ritter ' +
      'bauer müller richter meister schreiber koch jäger',
    'schneider weber fischer schmid vogt wirt wirth hirt hirsch wolf fuchs bär adler falk ' +
      'hahn vogel fisch baum busch wald berg thal tal',
    'stein fels bach see feld wiese garten haus hof burg stadt dorf markt platz straße ' +
      'brücke mühle kirche kapelle turm thurm thor tor',
    'stern sonne mond tag nacht abend morgen winter sommer herbst frühling mai märz april ' +
      'august sonntag montag freitag samstag zeit jahr',
    'brief blatt buch wort rede kunst bild lied tanz spiel stück theater fest ball krieg ' +
      'friede sieg schlag stoß hand kopf herz fuß bein',
    'haar auge mund gold silber eisen stahl salz brot wein bier kraft muth mut lust freude ' +
      'glück liebe ehre treue recht gericht schuld land',
    'kraus lieb lieber schön herz schatz süß hoch hart weich scharf krank gesund roller ' +
      'wagner winkler kern horn ring kranz kron krone',
    'fall grund halt lauf zug zweig ast ort werk welt mensch tier thier pferd rad wagen ' +
      'schiff wind sturm regen schnee eis feuer',
  ),
  placeAdjectives: 'neu alt groß klein ober unter bad sankt st hohen nieder',
  placeLinks: 'am an ob unter vor bei',
  questionWords: 'wer',
  thingAfter: words(
    'straße strasse gasse platz allee brücke denkmal museum institut stiftung archiv ' +
      'nachlass nachlaß bibliothek preis schule theater',
    'verlag universität turm kirche hof haus',
  ),
  placeBefore: 'bad sankt st schloß schloss hotel café cafe burg kap',
  titles: words(
    'frh excellenz exzellenz großherzog großherzogin erzherzog erzherzogin kurfürst ' +
      'kurfürstin landgraf markgraf pfalzgraf komtesse comtesse',
    'präsident präsidentin kanzler bundeskanzler reichskanzler botschafter gesandter ' +
      'staatssekretär oberstleutnant leutnant rittmeister feldmarschall',
    'admiral bischof erzbischof kardinal papst abt pater hofrätin kommerzialrat ' +
      'regierungsrat sektionschef intendant dir ritter edler',
  ),
  femaleTitles: words(
    'frau fräulein frl gräfin fürstin baronin königin kaiserin prinzessin herzogin tante ' +
      'schwester großherzogin erzherzogin kurfürstin',
    'komtesse comtesse präsidentin hofrätin freifrau',
  ),
  maleTitles:
    'herr herrn hr hrn könig kaiser prinz herzog fürst graf baron freiherr frh onkel vetter ' +
    'bruder erzherzog großherzog kurfürst',
  nobles:
    'herzog herzogin graf gräfin fürst fürstin markgraf markgräfin landgraf landgräfin ' +
    'freiherr freifrau prinz prinzessin baron baronin',
  rulers:
    'könig königin kaiser kaiserin prinz prinzessin papst bischof erzbischof kurfürst ' +
    'landgraf markgraf pfalzgraf erzherzog',
  forenames: words(
    'adele adelheid agathe alfons alma alois amalie annette antonie augusta august balthasar',
    'benno bernhard berta bertha berthold betti brigitte camilla caspar christa christine clara',
    'clemens cornelia doris dorothea eduard egon elisabeth ella elsa else emil emma emmy erika',
    'erna ernestine erwin eugenie ewald fanny felicitas ferdinand fanni franziska friedrich',
    'friederike fritz gabriele georg gerda gerhart gertrud gisela gottfried gottlieb gottlob',
    'grete gretl gustav hanna hannah hedwig heinrich heinz helene helena henriette hermine',
    'hildegard hugo ida ilse irene irma isidor jakob jenny johann johanna johannes josefine',
    'josephine julie julius jürgen kaspar karl karoline katharina klara konrad lili lisl lotte',
    'ludwig luise magdalena margarethe marie marianne martha mathilde max meta minna minnie',
    'moritz olga oskar ottilie paula peter philippine rainer rahel regine reinhold richard robert',
    'rosa rosalie rudolf ruth sebastian siegfried siegmund sigmund sophie stefan stephan susanne',
    'theodor theobald therese thomas traugott ulrich ulrike ursula valerie viktor volker walther',
    'wenzel werner wilhelm wilhelmine wolfgang wilhelmina hans leo arthur loris leopold mizi',
    'mizzi minnie heini liesl liesel hansl hansi fritzi resi toni steffi poldi pepi gusti ' +
      'hedi hedwig hilde trude lola elly elli otti',
    'kathi käthe käte annie anni mimi nelly nelli tilly tini netti rosl rosi sepp seppl ' +
      'franzl karli rudi willi willy ferdl loisl gerti',
    'susi friedl erdmuthe erdmute adelheid lilly lina line gretchen lieschen hänschen ' +
      'fränzchen jettchen jette malchen röschen',
  ),
  saying: words(
    'sagte sagt sagen meinte meint erzählte erzählt antwortete fragte erwiderte rief schrieb ' +
      'schreibt kam kommt ging geht war ist hat hatte',
    'liest las sprach spricht gibt gab glaubt glaubte findet fand bat erklärte bemerkte ' +
      'lachte telephoniert telephonirt telegrafiert',
  ),
  capitalNouns: true,
};
