<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:m="urn:siglum:mode" xmlns:r="urn:siglum:reading" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- References, and the features of a word, within a line of the text (reading-lines.xsl). -->

  <xsl:template mode="m:inline" match="fs/text()[normalize-space() eq '']" priority="31"/>
  <xsl:template mode="m:inline" match="fs">
    <xsl:apply-templates mode="m:inline"/>
    <xsl:for-each select="f:mark-after-features(.)"><r:added>{.}</r:added></xsl:for-each>
  </xsl:template>
  <xsl:template mode="m:inline" match="fs/f" priority="18">
    <xsl:for-each select="f:mark-before-feature(.)[. ne '']"><r:added>{.}</r:added></xsl:for-each>
    <xsl:apply-templates mode="m:inline"/>
  </xsl:template>

  <!-- A structured reference, in the same order and with the same punctuation as on the page. -->
  <xsl:template mode="m:inline" match="biblStruct[f:is-regular(.)]" priority="19">
    <xsl:variable name="parts" select="f:printed-parts(., false())[normalize-space() ne '']"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">
        <r:added>{if (starts-with(., '(')) then ' ' else ', '}</r:added>
      </xsl:if>
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="local-name() eq 'cite'">
            <r:emphasis as="italic">{.}</r:emphasis>
          </xsl:when>
          <xsl:when test="local-name() eq 'q'">“{.}”</xsl:when>
          <xsl:otherwise>{.}</xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:variable name="remarks" select="(note | monogr/note | monogr/imprint/note
      | analytic/note)[normalize-space() ne '']"/>
    <xsl:for-each select="$remarks">
      <xsl:variable name="place" select="position()"/>
      <r:added>{f:before-remark(if ($place eq 1) then string($parts[last()])
        else string($remarks[$place - 1]))}</r:added>
      <xsl:apply-templates mode="#current"/>
    </xsl:for-each>
    <xsl:for-each select="(idno | (analytic | monogr | series)/idno)[normalize-space() ne '']">
      <r:added>{string-join((' ·', @type[not(matches(., '^(uri|url)$', 'i'))], ''), ' ')}</r:added>
      <xsl:text>{normalize-space(.)}</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="(ref | ptr | analytic/(ref | ptr) | monogr/(ref | ptr))[@target]">
      <r:added> · </r:added>
      <xsl:apply-templates mode="#current" select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="m:inline" match="biblScope[empty(node())][@from or @to or @n]">
    <r:added>{f:scope-words(.)}</r:added>
  </xsl:template>

  <!-- A canonical reference without words: "Matt 1:2". -->
  <xsl:template mode="m:inline" match="(ptr | ref[empty(node())])[@cRef][not(@target)]">
    <r:added>{@cRef}</r:added>
  </xsl:template>

  <!-- A pointer without words. -->
  <xsl:template mode="m:inline" match="(ptr | ref[empty(node())])[@target]">
    <xsl:variable name="pointer" select="."/>
    <r:added>{
      string-join(tokenize(@target) ! f:target-words(., $pointer), ', ')}</r:added>
  </xsl:template>

  <xsl:template mode="m:inline" priority="19.5" match="bibl | biblStruct">
    <xsl:next-match/>
    <xsl:for-each select="f:mark-between-works(.)"><r:added>{.}</r:added></xsl:for-each>
  </xsl:template>

  <xsl:template mode="m:inline" match="date[empty(node())]">
    <xsl:for-each select="f:words-for-date(.)"><r:added>{.}</r:added></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
