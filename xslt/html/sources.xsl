<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Works and archival sources that the text cites, and references to other passages. -->

  <xsl:template match="bibl | biblStruct | biblFull | monogr | analytic | series">
    <span class="{string-join(('bibl', @type ! ('bibl-' || .), f:certainty(.)), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:call-template name="m:apart"/>
    </span>
  </xsl:template>

  <xsl:template match="title">
    <cite>
      <xsl:if test="@level = ('a', 'u')"><xsl:attribute name="class" select="'part'"/></xsl:if>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </cite>
  </xsl:template>

  <xsl:template match="idno">
    <span class="idno">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="ref">
    <xsl:variable name="address" select="tokenize(@target)[1] ! f:address(., current())"/>
    <xsl:choose>
      <xsl:when test="$address and empty(.//(ref | note | pb)[not(self::note[not(f:is-endnote(.))])])">
        <!-- A mention within a reference is not a link of its own. -->
        <a class="ref" href="{$address}">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates mode="m:unlinked"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="ref">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ptr">
    <xsl:variable name="pointer" select="."/>
    <xsl:sequence select="f:place(.)"/>
    <xsl:for-each select="tokenize(@target)[1]">
      <xsl:variable name="address" select="f:address(., $pointer)"/>
      <xsl:choose>
        <xsl:when test="$address"><a class="ref added" href="{$address}">{.}</a></xsl:when>
        <xsl:otherwise><span class="ref added">{.}</span></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="m:unlinked" on-no-match="text-only-copy"/>
  <xsl:template mode="m:unlinked" match="title">
    <cite><xsl:apply-templates mode="m:unlinked"/></cite>
  </xsl:template>
  <xsl:template mode="m:unlinked" match="hi | date | supplied | gap | unclear | foreign | note | lb | choice">
    <xsl:apply-templates mode="m:text" select="."/>
  </xsl:template>
</xsl:stylesheet>
