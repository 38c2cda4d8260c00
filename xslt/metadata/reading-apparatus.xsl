<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:r="urn:siglum:reading" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The apparatus of the text in blocks (reading-blocks.xsl): the text has the lemma, an r:reading
    of its own has the readings.
  -->

  <xsl:template mode="m:inline" match="app">
    <xsl:apply-templates mode="#current" select="fp:preferred(.)"/>
  </xsl:template>

  <xsl:mode name="m:readings" on-no-match="shallow-skip"/>
  <xsl:template mode="m:readings" match="app">
    <xsl:variable name="base" select="fp:preferred(.)"/>
    <r:reading>
      <xsl:choose>
        <xsl:when test="exists($base)">
          <xsl:for-each select="$base"><xsl:call-template
            name="fp:words-of-reading"/></xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="m:inline" select="@loc"/></xsl:otherwise>
      </xsl:choose>
      <r:added>{fp:sigla($base)}] </r:added>
      <xsl:for-each select=".//(lem | rdg)[not(. is $base)][(ancestor::app)[last()] is current()]">
        <xsl:if test="position() gt 1"><r:added>; </r:added></xsl:if>
        <xsl:call-template name="fp:words-of-reading"/>
        <r:added>{fp:sigla(.)}</r:added>
      </xsl:for-each>
      <xsl:for-each select="note | witDetail | rdgGrp/note">
        <r:added>. </r:added>
        <xsl:apply-templates mode="m:inline" select="node()"/>
      </xsl:for-each>
    </r:reading>
  </xsl:template>

  <!-- The witnesses as the source has them, before or after the words of a reading. -->
  <xsl:template mode="m:inline" match="rdg/wit | lem/wit">
    <r:added>(</r:added>
    <xsl:apply-templates mode="m:inline"/>
    <r:added>) </r:added>
  </xsl:template>

  <!-- Its words, or why there are none. -->
  <xsl:template name="fp:words-of-reading">
    <xsl:choose>
      <xsl:when test="normalize-space() eq ''"><r:added>{f:absence(.)}</r:added></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="m:inline" select="node()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The running text: the lemma, or the first reading if the editors preferred none. -->
  <xsl:function name="fp:preferred" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
      ($app/lem, $app[empty(ancestor::listApp)]/(rdgGrp/lem, .//rdg))[1]"/>
  </xsl:function>

  <xsl:function name="fp:sigla" as="xs:string">
    <xsl:param name="reading" as="element()?"/>
    <xsl:variable name="sigla" select="tokenize($reading/@wit) ! (key('id', substring-after(., '#'),
      root($reading))[1] ! f:siglum(.), substring-after(., '#'))[1]"/>
    <xsl:sequence select="string-join(($sigla ! (' ' || .)))"/>
  </xsl:function>
</xsl:stylesheet>
