/** Spanish words beside names. */
import type { NameWords } from '../model/name-words.ts';
import { words } from '../model/words.ts';

export const spanishNames: NameWords = {
  closed: words(
    'el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel ' +
      'aquella aquellos aquellas mi mis tu tus su sus',
    'nuestro nuestra nuestros nuestras vuestro vuestra cada todo toda todos todas otro otra ' +
      'otros otras algún alguno alguna ningún ninguno',
    'ninguna mucho mucha muchos muchas poco pocos mismo misma yo me mí tú te ti él ella ello ' +
      'nosotros vosotros ellos ellas usted ustedes vd',
    'se sí nos os le les que quien quienes cual cuales cuyo cuya qué quién cuál a ante bajo ' +
      'con contra de desde durante en entre hacia hasta',
    'para por según sin sobre tras y e o u ni pero mas sino aunque porque pues si como ' +
      'cuando donde mientras es son era eran fue fueron ser',
    'sido está están estaba soy eres somos he has ha hemos han había habían haber hay puede ' +
      'pueden debe no más muy ya también siempre nunca',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  ),
  determiners:
    'el la los las un una unos unas este esta estos estas ese esa mi mis tu tus su sus ' +
    'nuestro nuestra al del cada',
  placePrepositions: 'en a de desde hacia hasta por para',
  openers: words(
    'ayer hoy mañana anoche luego después antes entonces así además también quizá quizás tal ' +
      'vez pronto ahora todavía aún sin embargo finalmente',
    'querido querida pobre viejo joven buen bueno',
  ),
  common: words(
    'rey conde duque príncipe marqués obispo abad fraile monje maestro padre madre hermano ' +
      'hijo amigo niño hombre mujer casa castillo torre',
    'puente muro puerta calle plaza molino bosque río fuente lago mar monte sierra valle ' +
      'campo jardín flor rosa árbol piedra roca arena oro',
    'plata hierro pan vino sal día noche mañana tarde invierno verano primavera otoño marzo ' +
      'abril mayo junio julio agosto domingo lunes guerra',
    'paz muerte vida amor corazón cabeza mano pie caballero pastor herrero blanco negro rojo ' +
      'verde moreno delgado grande bueno bello rico pobre',
    'bravo cruz ángel cielo sol luna estrella leal vega prado soto iglesias cabello ramos ' +
      'salas flores rubio calvo franco llano real costa',
  ),
  placeAdjectives: 'nuevo nueva san santa santo alto alta bajo baja gran',
  placeLinks: 'del sobre',
  questionWords: 'quien',
  thingAfter: 'hermanos',
  placeBefore:
    'calle plaza avenida puente hotel castillo fuerte monte san santa santo lago cabo puerto ' +
    'ciudad villa biblioteca museo isla río',
  titles: words(
    'emperador emperatriz infante infanta vizconde vizcondesa presidente embajador ministro ' +
      'cónsul senador diputado mariscal almirante teniente',
    'comandante obispo arzobispo cardenal papa alcalde gobernador licenciado lic ing',
  ),
  femaleTitles:
    'sra srta señora señorita doña condesa duquesa marquesa reina princesa sor madre ' +
    'emperatriz infanta vizcondesa',
  maleTitles:
    'sr señor don rey emperador príncipe duque conde vizconde marqués fray padre hermano infante',
  nobles:
    'duque duquesa conde condesa marqués marquesa vizconde vizcondesa barón baronesa ' +
    'príncipe princesa',
  rulers: 'rey reina emperador emperatriz príncipe princesa papa obispo arzobispo infante infanta',
  forenames: words(
    'adela adolfo agustín agustina alejandra alonso ana andrea ángela aurelio baltasar bartolomé',
    'beatriz bernarda blas catalina cayetano cecilia clara clemente concepción consuelo cristina',
    'cristóbal damián dionisio dolores elena elvira emilia enriqueta esteban eugenia eulalia',
    'fermín federico félix francisca gabriela gaspar gertrudis gregorio hernán hernando inés',
    'isidro isabel javier jerónimo joaquín joaquina josefa josé juana julián julia lázaro leandro',
    'leonor lola lorenza lucía luisa magdalena manuela marcela mariana mariano matilde mateo',
    'mercedes micaela nicanor paloma pascual paz petra pilar ramona rosario rodrigo rosa salvador',
    'sancho santiago sebastián simón teodoro teresa tirso tomasa úrsula vicente ximena',
  ),
  saying:
    'dijo dice respondió contestó preguntó escribió escribe añadió cree vino viene fue va es ' +
    'ha había',
  capitalNouns: false,
};
