<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Dictionaries: an entry, its forms and its senses (Guidelines 9). -->

  <xsl:template match="superEntry | entry | entryFree | hom | re | dictScrap">
    <div class="{local-name()}">
      <xsl:sequence select="f:identity(.), f:permalink(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="sense">
    <div class="sense">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="@n">
        <span class="sense-number added">{.}<xsl:text> </xsl:text></span>
      </xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="form | gramGrp | etym | xr | orth | pron | hyph | def | usg | lbl"
    priority="1">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:attribute name="class" select="f:class(., local-name())"/>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The headword in an example, where the source has a sign for it. -->
  <xsl:template match="oRef[not(node())] | pRef[not(node())]">
    <span class="added"><xsl:sequence select="f:identity(.)"/>~</span>
  </xsl:template>

  <!-- An equivalent in another language is not a quotation; an example is one, once. -->
  <xsl:template priority="2" match="(form | sense | entry | entryFree | hom | re | dictScrap
    | etym)/cit[not(*[f:is-block(.)])]">
    <span class="cit">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template priority="2" match="cit[starts-with(@type, 'trans')]/quote[not(*[f:is-block(.)])]">
    <span class="equivalent">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
