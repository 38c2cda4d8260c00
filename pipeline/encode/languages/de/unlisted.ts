/** German words for names that no list has. */
import type { UnlistedWords } from '../model/unlisted-words.ts';
import { words } from '../model/words.ts';

export const germanUnlisted: UnlistedWords = {
  peoples: words(
    'deutsche deutscher deutschen deutsches deutschem österreicher österreichische ' +
      'österreichischen ungar ungarn engländer franzose',
    'franzosen französisch französische englisch englische russe russen russische italiener ' +
      'italienisch italienische spanier pole polen',
    'tscheche tschechen böhmische schweizer däne dänen schwede norweger wiener berliner ' +
      'münchner pariser londoner prager jude juden',
    'jüdische jüdin christ christen katholik katholisch protestant amerikaner türke türken ' +
      'grieche griechen römer preuße preußen',
  ),
  ordinary: words(
    'gott himmel weihnachten ostern pfingsten sylvester silvester neujahr kino theater ' +
      'concert konzert oper probe premiere redoute',
    'mama papa mutter vater bruder schwester großmutter großvater onkel tante cousine vetter ' +
      'schwager schwägerin herr frau fräulein',
    'mensch leute hause abends mittags nachts vormittag nachmittag nachtmahl frühstück ' +
      'souper diner spaziergang brief karte telegramm',
    'hochachtungsvoll ergebenst herzlich herzlichst grüße gruß gruss grüssen grüßen ihr ihre ' +
      'ihrem ihren ihnen sie dein deine dir dich du',
    'lieber liebe liebster liebste liebes teurer theurer teuerster hochverehrter verehrter ' +
      'verehrte verehrtester geehrter hochgeehrter',
    'anderseits andererseits einerseits meinerseits seinerseits ihrerseits nochmals wohin ' +
      'woher geh laß lass unsereiner herausgegeben tgbl tagbl symph mediz francs th gedichte ' +
      'geschöpf köpfel kopfweh müh kr abd abds vm nm vorm mittw donnerst samst samstg sonnt ' +
      'geb ruh eurem deinetwegen meinetwegen seinetwegen ihretwegen hänsel gretel bic ' +
      'rendezvous courage vorm nachm kfh vgl jg bd hg hrsg nr str anm jan feb sept okt nov dez ' +
      'mscr mscpt ztg ztgn redact tel telegr geb verh gest',
    'monseigneur madame monsieur mylord herzen herzens herzliche herzlicher herzlichen ' +
      'innigst treuer getreuer freund freunde ' +
      'freundin meister gemahlin gattin kammersänger redakteur direktor',
    'gnädigster gnädigste gnädiger gnädigsten hochwohlgeborner hochgeborner wohlgeborner ' +
      'wohlgeboren hochwohlgeboren hochgeboren hochedelgeboren hochwürden ehrwürden ' +
      'durchlaucht ' +
      'exzellenz excellenz magnifizenz ew ' +
      'hochedelgeborner durchlauchtigster durchlauchtigste kollege kollegen kollegin banquier ' +
      'innern inneren äußern äußeren hinkunft mio mia mill mrd',
    'dr prof med phil jur hr fr frl ps p s nb i ii iii iv v vi vii viii ix x hotel café',
  ),
  placePrepositions: 'in im ins nach aus bei über',
  personPrepositions: 'bei mit von an zu für gegen über wegen zwischen neben',
  writing: '',
  telling: '',
  ruled: '',
  personalMessages: '',
  portfolios: '',
  organizations: words(
    'verein gesellschaft verlag universität ministerium akademie partei zeitung bank bund ' +
      'theater orchester bibliothek museum institut',
    'hochschule anstalt bühne rundschau tagblatt presse ausschuß kommission oper hofoper ' +
      'konzern journal morgenpost buchhandlung druckerei brauerei fabrik familie firma theatre ' +
      'gazette societe academie revue klinik poliklinik orden loge',
  ),
  ofPersons: '',
  institutions: words(
    'reichstag bundestag bundesrat reichsrat herrenhaus abgeordnetenhaus reichskanzlei secession ' +
      'sezession künstlerhaus gewandhaus vorwärts',
    'auswärtiges_amt auswärtige_amt auswärtigen_amt auswärtigen_amts auswärtigen_amtes',
  ),
  owners: '',
  owned: '',
  organizationEndings:
    'theater verein gesellschaft verlag ministerium akademie zeitung orchester bibliothek ' +
    'museum tagblatt konzern volksth. burgth. bürgerth. ' +
    'stadtth. hofth. carlth. karlth. residenzth. nationalth. sommerth. landesth. schauspielh.',
  firms: 'co comp cie söhne sohn gebrüder',
  firmEndings: 'ag gmbh kg ohg',
  ships: 'ss sms hms uss',
  shipWords:
    'dampfer dampfschiff kreuzer panzerkreuzer panzerschiff schnelldampfer linienschiff ' +
    'torpedoboot yacht fregatte korvette schiffe schiff',
  placeAfter:
    'straße strasse gasse platz allee brücke see park markt graben wald tal thal bahnhof ' +
    'friedhof tor thor kai damm ufer wiese wiesen',
  placeBefore: 'bad sankt st schloß schloss hotel café cafe burg',
  placeEndings:
    'gasse straße str strasse platz brücke erring enring markt zeile graben gürtel kai damm ' +
    'bahnhof',
  placesAlone: '',
  kindsOfStreets:
    'haupt land neben quer sack seiten hinter vorder bundes fahr auto einbahn dorf wasser heer ' +
    'handels milch reichs stadt zufahrts durchgangs verkehrs geschäfts ufer berg wald renn ' +
    'gebirgs kunst post militär ring vorstadt heeres ausfall eisenbahn',
  settlementEndings: 'dorf hausen hofen kirchen stetten stätten weiler furt brunn leben',
  intoPrepositions: 'im ins zum in_dem in_das aus_dem vor_dem in_der in_die',
  venues: 'theater theatre th oper museum bibliothek café hotel',
  joins: 'für der und des zu d de du la',
  places: words(
    'nizza riviera dänemark josefstadt leopoldstadt wieden alsergrund währing ottakring ' +
      'hernals dornbach favoriten simmering augarten volksgarten stadtpark',
    'wiesbaden potsdam partenkirchen attersee wolfgangsee traunsee bodensee gardasee ' +
      'comersee genfersee vierwaldstättersee goisern hallstatt dolomiten alpen',
    'taormina cortina toblach sankt_moritz davos lugano locarno como bologna verona padua ' +
      'siena pisa venedig',
    'deutschland österreich ungarn böhmen mähren schlesien bayern sachsen preußen tirol ' +
      'kärnten steiermark salzburg schweiz italien',
    'frankreich england schottland irland spanien portugal belgien holland niederlande ' +
      'dänemark schweden norwegen finnland rußland',
    'russland polen griechenland türkei serbien bulgarien rumänien europa amerika asien ' +
      'afrika china japan indien ägypten palästina',
    'wien berlin münchen hamburg bremen köln frankfurt leipzig dresden weimar jena halle ' +
      'heidelberg freiburg straßburg stuttgart',
    'nürnberg augsburg breslau königsberg danzig hannover göttingen kassel mannheim ' +
      'karlsruhe bonn prag brünn budapest pest graz',
    'innsbruck linz ischl karlsbad marienbad baden semmering reichenau meran bozen triest ' +
      'venedig florenz rom mailand neapel genua',
    'zürich basel bern genf luzern paris london brüssel amsterdam kopenhagen stockholm oslo ' +
      'christiania petersburg moskau',
    'warschau krakau lemberg konstantinopel athen madrid lissabon new_york donau rhein elbe ' +
      'adria gmunden altaussee aussee kaltenleutgeben',
    'graubünden thurgau aargau tessin waadt wallis uri schwyz unterwalden glarus appenzell ' +
      'neuenburg st_gallen sankt_gallen toggenburg engadin',
    'böhmerwald schwarzwald elsass elsaß lothringen württemberg hessen pommern westfalen ' +
      'westphalen brandenburg hannover oldenburg mecklenburg',
    'holstein schleswig thüringen franken schwaben pfalz rheinland vorarlberg oberösterreich ' +
      'niederösterreich steiermark krain galizien bukowina',
    'dalmatien siebenbürgen kroatien savoyen lombardei toskana sizilien korsika sardinien ' +
      'bretagne normandie flandern andalusien rüdesheim',
    'oesterreich daenemark aegypten istrien kurland livland estland lettland litauen ' +
      'weichsel moldau neckar isar',
    'mosel weser havel spree seine themse tiber gotthard brenner simplon rigi montblanc ' +
      'tschechoslowakei jugoslawien sudeten ruhrgebiet',
    'hietzing döbling grinzing nussdorf kahlenberg prater rodaun vöslau mödling hinterbrühl ' +
      'abbazia',
  ),
};
