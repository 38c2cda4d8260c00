<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The witnesses that a header lists, each with the whole description of its manuscript, labelled
    (Guidelines 10). A description within a text: descriptions.xsl.
  -->

  <xsl:variable name="fp:described-header" as="element(teiHeader)?" select="f:file-header(/)"/>

  <!--
    All descriptions in the header: the witnesses, including nested ones, and manuscripts beside a
    list of witnesses.
  -->
  <xsl:function name="f:described-witnesses" as="element()*">
    <xsl:variable name="listed" as="element()*" select="$f:witnesses[empty(ancestor::text)]"/>
    <xsl:sequence select="
      $listed | $fp:described-header/fileDesc/sourceDesc/msDesc"/>
  </xsl:function>

  <!--
    One manuscript that no reading names is the source, and no witness among others. Its identifier
    is no siglum.
  -->
  <xsl:function name="f:is-sole-source" as="xs:boolean">
    <xsl:variable name="all" select="f:described-witnesses()"/>
    <xsl:sequence select="
      count($all) eq 1 and exists($all/self::msDesc) and empty($all/@n)
      and not(f:pointer($all) = $f:apparatus//@wit/tokenize(.))"/>
  </xsl:function>

  <xsl:mode name="m:witness" on-no-match="shallow-skip"/>

  <xsl:template mode="m:witness" match="witness | msDesc[not(ancestor::witness)]">
    <xsl:variable name="manuscript" select="descendant-or-self::msDesc[1]"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:apply-templates mode="m:described" select="$manuscript/*"/>
    </xsl:variable>
    <div class="witness">
      <xsl:sequence select="f:identity(.)"/>
      <dt><b class="siglum">{if (f:is-sole-source()) then f:say('part.msIdentifier')
        else (f:siglum(.)[. ne ''], f:say('record.source'))[1]}</b></dt>
      <dd>
        <xsl:sequence select="f:shelfmark(.)"/>
        <xsl:if test="exists($rows)">
          <dl class="described"><xsl:sequence select="$rows"/></dl>
        </xsl:if>
      </dd>
    </div>
  </xsl:template>

  <!-- The archive of a witness, in a line; or a description in words. -->
  <xsl:function name="f:shelfmark" as="node()*">
    <xsl:param name="witness" as="element()"/>
    <xsl:for-each select="$witness">
      <xsl:variable name="manuscript" select="descendant-or-self::msDesc[1]"/>
      <xsl:variable name="parts" as="element()*">
        <xsl:apply-templates mode="m:shelfmark" select="$manuscript/msIdentifier/*"/>
      </xsl:variable>
      <xsl:for-each select="$parts">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:sequence select="."/>
      </xsl:for-each>
      <xsl:for-each select="$manuscript/physDesc/objectDesc/@form">
        <span class="form"> ({f:say-or('form.' || ., string(.))})</span>
      </xsl:for-each>
      <xsl:if test="empty($manuscript)">
        <xsl:apply-templates mode="m:text"
          select="node() except (listWit, witness, abbr[@type = 'siglum'])"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="m:shelfmark" on-no-match="shallow-skip"/>
  <xsl:template mode="m:shelfmark"
    match="institution | repository | collection | msName | objectName
      | msIdentifier/idno[not(@type and preceding-sibling::idno)]">
    <xsl:if test="normalize-space() ne ''">
      <span class="{local-name()}">
        <xsl:apply-templates mode="m:name-in-header" select="."/>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The line above has the shelfmark; the place and other numbers are rows. -->
  <xsl:template mode="m:described" match="msIdentifier" priority="2">
    <xsl:variable name="place" select="
      (settlement, district, region, country, bloc, geogName)[normalize-space() ne '']"/>
    <xsl:if test="exists($place)">
      <xsl:variable name="words" as="element()">
        <dd>
          <xsl:for-each select="$place">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:apply-templates mode="m:name-in-header" select="."/>
          </xsl:for-each>
        </dd>
      </xsl:variable>
      <xsl:sequence select="f:row(f:say('part.msPlace'), $words)"/>
    </xsl:if>
    <xsl:apply-templates mode="m:described" select="altIdentifier | idno[position() gt 1][@type]"/>
  </xsl:template>
  <xsl:template mode="m:described" match="(msPart | msFrag)/msIdentifier" priority="3">
    <xsl:sequence select="f:row(f:label(.), fp:description-line(.))"/>
  </xsl:template>
  <xsl:template mode="m:described" match="altIdentifier | (altIdentifier | msIdentifier)/idno"
    priority="2">
    <xsl:sequence select="f:row(f:label(.), fp:description-line(.))"/>
  </xsl:template>
  <!-- The record gives the evidence of a date beside it. -->
  <xsl:template mode="m:described" match="origin/note[@type = 'evidence']" priority="2"/>

  <xsl:function name="fp:description-line" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:words($element) ne ''"><dd>{f:words($element)}</dd></xsl:if>
  </xsl:function>
</xsl:stylesheet>
