<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Readings of other witnesses (Guidelines TC): the lemma in the text, a mark beside it, the readings in a list below. -->

  <xsl:mode name="m:apparatus" on-no-match="shallow-skip"/>

  <xsl:variable name="f:apparatus" as="element(app)*" select="/TEI/text//app"/>
  <xsl:variable name="fp:entries" as="map(xs:string, xs:integer)"
    select="map:merge(for $place in 1 to count($f:apparatus) return map{generate-id($f:apparatus[$place]): $place})"/>

  <xsl:function name="fp:app-anchor" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="(f:anchor($app), 'app-' || $fp:entries(generate-id($app)))[1]"/>
  </xsl:function>

  <xsl:template match="app">
    <xsl:variable name="anchor" select="fp:app-anchor(.)"/>
    <span class="app" id="ref-{$anchor}">
      <xsl:apply-templates select="(lem, rdg[1])[1]/node()"/>
    </span>
    <a class="app-ref added" href="#{$anchor}" aria-label="{f:say('apparatus.entry')}">°</a>
  </xsl:template>

  <xsl:template mode="m:apparatus" match="app">
    <xsl:variable name="anchor" select="fp:app-anchor(.)"/>
    <xsl:variable name="lemma" select="(lem, rdg[1])[1]"/>
    <li id="{$anchor}">
      <a class="note-back added" href="#ref-{$anchor}" role="doc-backlink" aria-label="{f:say('apparatus.back')}">↩</a>
      <span class="lemma added">{normalize-space($lemma)}</span>
      <xsl:sequence select="fp:sigla($lemma)"/>
      <span class="added"> ] </span>
      <xsl:for-each select=".//rdg except $lemma">
        <xsl:if test="position() gt 1"><span class="added">; </span></xsl:if>
        <span class="rdg">
          <xsl:apply-templates mode="m:text"/>
          <xsl:if test="normalize-space() eq ''"><span class="added">{f:say('apparatus.omitted')}</span></xsl:if>
        </span>
        <xsl:sequence select="fp:sigla(.)"/>
      </xsl:for-each>
      <xsl:for-each select="note">
        <xsl:text> </xsl:text>
        <xsl:apply-templates mode="m:text" select="node()"/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- The letters of the witnesses that have a reading. -->
  <xsl:function name="fp:sigla" as="element()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:for-each select="tokenize($reading/@wit)">
      <xsl:variable name="witness" select="key('id', substring-after(., '#'), root($reading))[1]"/>
      <xsl:sequence select="fp:siglum(string(($witness/@n, $witness/@xml:id, .)[1]))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:siglum" as="element()">
    <xsl:param name="letter" as="xs:string"/>
    <b class="siglum added">&#160;{$letter}</b>
  </xsl:function>
</xsl:stylesheet>
