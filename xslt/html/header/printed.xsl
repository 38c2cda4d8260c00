<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    Structured descriptions of printed works, in the order and with the punctuation of a reference.
    Citations of a document itself: ../metadata.
  -->

  <xsl:template match="biblScope[empty(node())][@from or @to or @n]" priority="2">
    <span class="added">{f:scope-words(.)}</span>
  </xsl:template>

  <!--
    "A. Author, “Article”, in: Foreign Relations …, 1964–1968, Volume XXXI, South and Central
    America, edited by B. Editor (Washington: Publisher, 2004), Document 149, pages 1–2. Note. DOI".
    The title of a document's own print is the page's heading and not repeated.
  -->
  <xsl:function name="f:printed" as="node()*">
    <xsl:param name="print" as="element(biblStruct)"/>
    <xsl:variable name="own" select="$print[@type = 'printed'][parent::sourceDesc]"/>
    <xsl:variable name="parts" select="f:printed-parts($print, exists($own))"/>
    <xsl:for-each select="$parts[normalize-space() ne '']">
      <xsl:if test="position() gt 1 and not(starts-with(., '('))">,</xsl:if>
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:for-each select="node()">
        <xsl:if test="local-name() eq 'q'"><span class="added">“</span></xsl:if>
        <xsl:sequence select="."/>
        <xsl:if test="local-name() eq 'q'"><span class="added">”</span></xsl:if>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:variable name="remarks" select="
      $print/(note | monogr/note | monogr/imprint/note | analytic/note)[normalize-space() ne '']"/>
    <xsl:for-each select="$remarks">
      <xsl:variable name="place" select="position()"/>
      <xsl:text>{f:before-remark(if ($place eq 1) then string($parts[normalize-space() ne ''][last()])
        else string($remarks[$place - 1]))}</xsl:text>
      <xsl:apply-templates mode="m:text"/>
    </xsl:for-each>
    <xsl:for-each select="$print/(idno | (analytic | monogr | series)/idno)[normalize-space() ne '']
      [empty($own) or matches(@type, '^doi$', 'i')]">
      <xsl:text> · </xsl:text><xsl:sequence select="f:identifier-link(.)"/>
    </xsl:for-each>
    <xsl:for-each select="$print/(ref | ptr | analytic/(ref | ptr) | monogr/(ref | ptr))[@target]">
      <xsl:text> · </xsl:text><xsl:apply-templates mode="m:text" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- "DOI 10.1000/1", a link if there is a web address for it. -->
  <xsl:function name="f:identifier-link" as="node()*">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="value" select="normalize-space($idno)"/>
    <xsl:variable name="address" select="
      if (matches($value, '^https?://')) then $value
      else if (matches($idno/@type, '^doi$', 'i')) then 'https://doi.org/' || $value
      else f:prefixed-address(string($idno/@type), $value, $idno)"/>
    <xsl:for-each select="$idno/@type[not(matches(., '^(uri|url)$', 'i'))]">{.
      || ' '}</xsl:for-each>
    <xsl:choose>
      <xsl:when test="$address"><a href="{$address}">{$value}</a></xsl:when>
      <xsl:otherwise>{$value}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A reference in a text, or in a list of works. -->
  <xsl:template match="biblStruct[f:is-regular(.)]" priority="2">
    <xsl:element name="{if (parent::listBibl) then 'div' else 'span'}">
      <xsl:attribute name="class"
        select="string-join(('bibl', @type ! ('bibl-' || .), f:certainty(.)), ' ')"/>
      <xsl:sequence select="f:identity(.), f:printed(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- "Roe, Jo, Book, 2nd ed., Graz, Styria, 1901. Rare.": of the form of a header. -->
  <xsl:template match="biblFull[titleStmt]" priority="2">
    <xsl:variable name="title" select="titleStmt"/>
    <xsl:variable name="print" select="publicationStmt"/>
    <xsl:variable name="parts" select="(
      $title/author, $title/title, $title/(* except (author | title)), editionStmt/*, seriesStmt/*,
      $print/pubPlace, $print/publisher, $print/(* except (pubPlace | publisher | date)),
      $print/date, extent)[normalize-space() ne '']"/>
    <xsl:element name="{if (parent::listBibl) then 'div' else 'span'}">
      <xsl:attribute name="class"
        select="string-join(('bibl', @type ! ('bibl-' || .), f:certainty(.)), ' ')"/>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="$parts">
        <xsl:if test="position() gt 1"><span class="added">, </span></xsl:if>
        <xsl:apply-templates select="if (self::title) then . else node()"/>
      </xsl:for-each>
      <xsl:for-each select="(sourceDesc/*, notesStmt/*)[normalize-space() ne '']">
        <span class="added">{if (self::note) then ' ' else '. '}</span>
        <xsl:apply-templates select="if (self::p) then node() else ."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!--
    The same for a description in the form of a header: its complete or main title, else its first.
  -->
  <xsl:function name="f:printed-whole" as="node()*">
    <xsl:param name="print" as="element(biblFull)"/>
    <xsl:variable name="titles" select="$print/titleStmt/title[normalize-space() ne '']"/>
    <xsl:variable name="title"
      select="($titles[@type = 'complete'], $titles[@type = 'main'], $titles)[1]"/>
    <xsl:variable name="publication" select="$print/publicationStmt"/>
    <xsl:variable name="published" select="string-join((
      string-join(($publication/pubPlace, $publication/publisher) ! f:words(.), ': ')[. ne ''],
      $publication/date[1] ! f:date-text(.))[. ne ''], ', ')"/>
    <xsl:for-each select="$title"><cite>{f:words(.)}</cite></xsl:for-each>
    <xsl:if test="exists($title) and $published ne ''"> ({$published})</xsl:if>
    <!-- The part of it that this file is, from the file's own series statement. -->
    <xsl:for-each select="
      $print/ancestor::fileDesc/seriesStmt[title ! normalize-space() = $title ! normalize-space()]
      /biblScope[normalize-space() ne '']">, {f:words(.)}</xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
