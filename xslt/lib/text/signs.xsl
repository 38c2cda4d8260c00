<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    Content without words of its own: characters that a header declares, gaps, blanks, missing
    readings.
  -->

  <!--
    Characters that collections use without declaring them: of the Text Creation Partnership (EEBO)
    and of EpiDoc. A hyphen at a line's end is invisible: the word is one.
  -->
  <xsl:variable name="fp:signs-by-name" as="map(xs:string, xs:string)" select="map{
    'EOLhyphen': '&#xAD;', 'EOLunhyphen': '', 'cmbAbbrStroke': '&#x304;', 'abque': 'que',
    'abquam': 'quam', 'abper': 'per', 'abpar': 'par', 'abus': 'us', 'abrum': 'rum', 'abed': 'ed',
    'punc': '▪', 'leaf': '❧', 'interpunct': '·', 'hedera': '❦', 'chirho': '☧', 'cross': '✝'}"/>

  <!--
    The character for an empty `g` (Guidelines 5): by its declaration, by a collection's name for
    it, else its name in brackets.
  -->
  <xsl:function name="f:sign" as="xs:string">
    <xsl:param name="g" as="element(g)"/>
    <xsl:variable name="declared" select="fp:declaration($g)"/>
    <xsl:variable name="mapping" select="($declared/mapping[@type = ('standard', 'Unicode',
      'unicode', 'composed', 'simplified')], $declared/mapping) ! fp:mapped(.)"/>
    <!-- How a character without a code is composed: "[打-丁+戒]". -->
    <xsl:variable name="composition" select="$declared/(charProp[localName = 'composition']/value
      | localProp[@name = 'composition']/@value) ! normalize-space(.)[. ne '']"/>
    <xsl:variable name="known"
      select="$fp:signs-by-name(replace(($g/@ref, $g/@type)[1], '^.*[:#]', ''))"/>
    <xsl:sequence select="
      ($mapping, $composition, $known, f:sign-name($g) ! ('[' || . || ']'), '□')[1]"/>
  </xsl:function>

  <!--
    The characters of a mapping, also of one that states the code: "U+3BCC". Private codes have no
    sign that a reader can see.
  -->
  <xsl:function name="fp:mapped" as="xs:string?">
    <xsl:param name="mapping" as="element(mapping)"/>
    <xsl:variable name="words" select="normalize-space($mapping)"/>
    <xsl:sequence select="
      if (not(matches($words, '^U\+[0-9A-Fa-f]{4,6}$'))) then $words[. ne '']
      else if (matches($words, '^U\+(E|F[0-8]|0?F[0-9A-F]{4}$|10[0-9A-F]{4}$)', 'i')) then ()
      else codepoints-to-string(f:hexadecimal(substring($words, 3)))"/>
  </xsl:function>

  <xsl:function name="f:hexadecimal" as="xs:integer">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence select="
      if ($digits eq '') then 0
      else 16 * f:hexadecimal(substring($digits, 1, string-length($digits) - 1))
      + string-length(substring-before('0123456789ABCDEF',
      upper-case(substring($digits, string-length($digits)))))"/>
  </xsl:function>

  <xsl:function name="f:sign-name" as="xs:string?">
    <xsl:param name="g" as="element(g)"/>
    <xsl:sequence select="(
      fp:declaration($g)/(charName | glyphName | desc
      | (localProp | unicodeProp)[@name = 'Name']/@value) ! normalize-space(.)[. ne ''],
      replace($g/@ref, '^#', ''), $g/@type ! string(.))[. ne ''][1]"/>
  </xsl:function>

  <xsl:function name="fp:declaration" as="element()?">
    <xsl:param name="g" as="element(g)"/>
    <xsl:variable name="pointer" select="
      $g/@ref ! (if (starts-with(., '#')) then string(.)
      else f:expanded(substring-before(., ':'), substring-after(., ':'), $g)[1])"/>
    <xsl:sequence
      select="$pointer[contains(., '#')] ! key('id', substring-after(., '#'), root($g))[1]"/>
  </xsl:function>

  <!-- "2 words", "3–4 characters", "c. 5 characters", "an unknown number of lines". -->
  <xsl:function name="f:amount" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="least" select="$element/(@atLeast, @min)[1]"/>
    <xsl:variable name="most" select="$element/(@atMost, @max)[1]"/>
    <xsl:variable name="number" as="xs:string?" select="(
      $element/@quantity ! string(.),
      string-join(($least, $most), '–')[. ne ''],
      $element/@extent[not(lower-case(.) = 'unknown')] ! replace(., '(\d)-(\d)', '$1–$2'))[1]"/>
    <!-- "chars", "characters": one unit; its words depend on how many there are. -->
    <xsl:variable name="kind" select="$element/@unit
      ! replace(replace(lower-case(.), '^character', 'char'), 's$', '')"/>
    <xsl:variable name="unit" select="$element/@unit
      ! f:say-or(string-join(('unit', 'one'[$number = '1'], $kind), '.'), string(.))"/>
    <xsl:choose>
      <xsl:when test="exists($number)">
        <xsl:sequence select="string-join((
          'c.'[$element/@precision = ('low', 'medium')], $number,
          $unit[not(contains($number, .))]), ' ')"/>
      </xsl:when>
      <xsl:when test="$element/@extent and $unit">
        <xsl:sequence select="f:say('amount.unknown', map{'unit': $unit})"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!--
    The meaning of a reading without words: omitted by the witness, lost, illegible, left blank, or
    within a gap of the witness.
  -->
  <xsl:function name="f:absence" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="gap" select="$reading/descendant::gap[1]"/>
    <xsl:variable name="space"
      select="$reading/descendant::space[not(@quantity = '0')][1]"/>
    <xsl:variable name="edge" select="
      $reading/descendant::*[self::lacunaStart or self::lacunaEnd or self::witStart
      or self::witEnd][1]"/>
    <xsl:variable name="cause" select="lower-case(string(($gap/@reason, $reading/@cause)[1]))"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($edge) then local-name($edge)
      else if ($space) then 'blank'
      else if ($cause = ('lost', 'illegible', 'lacuna', 'omitted', 'damage', 'cancelled', 'blank'))
      then $cause
      else if ($gap) then 'lost'
      else if ($reading/self::lem) then 'nothing' else 'omitted'"/>
    <xsl:sequence select="string-join((
      if ($edge) then f:say('witness.' || $kind) else f:say('absence.' || $kind),
      ($gap, $space)[1] ! f:amount(.)), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
