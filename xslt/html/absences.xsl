<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    What a reading without words means: omitted by the witness, lost, illegible, left blank, or
    within a gap of the witness; and what the file says of a reading beside its witnesses.
  -->

  <xsl:function name="f:absence" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="gap" select="$reading/descendant::gap[1]"/>
    <xsl:variable name="space" select="$reading/descendant::space[1]"/>
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
      ($gap, $space)[1] ! fp:amount(.)), ', ')"/>
  </xsl:function>

  <!-- "2 words", "3–4 characters", "c. 5 characters", "an unknown number of lines". -->
  <xsl:function name="fp:amount" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unit"
      select="$element/@unit ! f:say-or('unit.' || ., replace(., '^chars?$', 'characters'))"/>
    <xsl:variable name="least" select="$element/(@atLeast, @min)[1]"/>
    <xsl:variable name="most" select="$element/(@atMost, @max)[1]"/>
    <xsl:variable name="number" as="xs:string?" select="(
      $element/@quantity ! string(.),
      string-join(($least, $most), '–')[. ne ''],
      $element/@extent[not(lower-case(.) = 'unknown')] ! replace(., '(\d)-(\d)', '$1–$2'))[1]"/>
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

  <!-- The hand, the layer (ac, pc), the order and the doubt of a reading. -->
  <xsl:function name="f:attribution" as="element()*">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="told" as="xs:string*">
      <xsl:for-each select="$reading/@hand/tokenize(.)">
        <xsl:sequence select="f:hand(., $reading)"/>
      </xsl:for-each>
      <xsl:sequence select="
        $reading/@type[lower-case(.) = ('ac', 'pc', 'sl', 'mg')]
        ! f:say-or('reading.' || lower-case(.), string(.))"/>
      <xsl:sequence select="
        $reading[not(@type)]/@varSeq ! f:say('reading.layer', map{'n': string(.)})"/>
    </xsl:variable>
    <xsl:if test="exists($told)">
      <span class="attribution added"> ({string-join($told, ', ')})</span>
    </xsl:if>
    <xsl:for-each select="$reading/@cert[. = ('low', 'medium')]">
      <span class="doubt added"> {f:say('certainty.' || .)}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- What a hand is called: as the header describes it, else its identifier. -->
  <xsl:function name="f:hand" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="name" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="note" select="key('id', $name, root($context))[1]"/>
    <xsl:variable name="words" select="
      f:words(($note/(persName | name | label | ab | p), $note)[1])"/>
    <xsl:sequence select="
      if ($words ne '' and string-length($words) le 60) then $words
      else f:say('hand.named', map{'name': ($note/@scribe ! string(.), $name)[1]})"/>
  </xsl:function>
</xsl:stylesheet>
