<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The attributes of a reading besides its witnesses: hand, layer, order, doubt. -->

  <!-- The hand, the layer (ac, pc), the order and the doubt of a reading. -->
  <xsl:function name="f:attribution" as="element()*">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="details" as="xs:string*">
      <xsl:for-each select="$reading/@hand/tokenize(.)">
        <xsl:sequence select="f:hand(., $reading)"/>
      </xsl:for-each>
      <xsl:sequence select="
        $reading/@type[lower-case(.) = ('ac', 'pc', 'sl', 'mg')]
        ! f:say-or('reading.' || lower-case(.), string(.))"/>
      <xsl:sequence select="
        $reading[not(@type)]/@varSeq ! f:say('reading.layer', map{'n': string(.)})"/>
    </xsl:variable>
    <xsl:if test="exists($details)">
      <span class="attribution added"> ({string-join($details, ', ')})</span>
    </xsl:if>
    <xsl:for-each select="$reading/@cert[. = ('low', 'medium')]">
      <span class="doubt added"> {f:say('certainty.' || .)}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of a hand: from the header's description, else its identifier. -->
  <xsl:function name="f:hand" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="name" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="note" select="$pointer[starts-with(., '#')] ! key('id', $name,
      root($context))[1]"/>
    <xsl:variable name="words" select="
      if (exists($note)) then f:words(($note/(persName | name | label | ab | p), $note)[1])
      else string($f:addresses($pointer || '?name'))"/>
    <xsl:sequence select="
      if ($words ne '' and string-length($words) le 60) then $words
      else f:say('hand.named', map{'name': ($note/@scribe ! string(.), $name)[1]})"/>
  </xsl:function>
</xsl:stylesheet>
