<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the header tells a reader, as rows of a description list: who wrote to whom, when, what the text is taken from. -->

  <!-- JSON, given by the build: title and address of the documents that refer to this one, where it is shown for their sake. -->
  <xsl:param name="referrers" as="xs:string" select="'[]'"/>

  <xsl:mode name="m:record" on-no-match="shallow-skip"/>

  <!-- The element names the term, its content the description; a row without content is left out. -->
  <xsl:function name="fp:row" as="element()*">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="descriptions" as="element(dd)*" xpath-default-namespace=""/>
    <xsl:if test="exists($descriptions)">
      <div class="row">
        <dt>{$term}</dt>
        <xsl:sequence select="$descriptions"/>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:template mode="m:record" match="teiHeader">
    <xsl:variable name="origin" select="fileDesc/sourceDesc/listWit/witness/msDesc/history/origin"/>
    <xsl:variable name="sent" select="profileDesc/correspDesc/correspAction[@type = 'sent']"/>
    <xsl:variable name="received" select="profileDesc/correspDesc/correspAction[@type = 'received']"/>
    <xsl:sequence select="fp:row(f:say('record.from'), fp:described($sent/(persName | orgName | name | rs)))"/>
    <xsl:sequence select="fp:row(f:say('record.to'), fp:described($received/(persName | orgName | name | rs)))"/>
    <xsl:sequence select="fp:row(f:say('record.date'), fp:date-and-evidence(($origin/origDate, profileDesc/creation/date, $sent/date)[1], $origin/note))"/>
    <xsl:sequence select="fp:row(f:say('record.place'), fp:described(($origin/origPlace, profileDesc/creation/placeName, $sent/placeName)[1]))"/>
    <xsl:variable name="sources" as="element()*">
      <xsl:apply-templates mode="m:record" select="fileDesc/sourceDesc/(listWit/witness | msDesc | bibl | p)"/>
    </xsl:variable>
    <xsl:sequence select="fp:row(f:say('record.source'), $sources)"/>
    <xsl:variable name="prints" as="element()*">
      <xsl:apply-templates mode="m:record" select="fileDesc/sourceDesc/(biblStruct | biblFull)"/>
    </xsl:variable>
    <xsl:sequence select="fp:row(f:say('record.printed'), $prints)"/>
    <xsl:variable name="status" as="element()*">
      <xsl:apply-templates mode="m:record" select="revisionDesc/change[not(. &lt;&lt; ../change[not(@when &lt; ../change/@when)][1])][1]"/>
    </xsl:variable>
    <xsl:sequence select="fp:row(f:say('record.status'), $status)"/>
    <xsl:variable name="referrers" as="element()*">
      <xsl:for-each select="parse-json($referrers)?*">
        <dd><a href="{?address}">{?title}</a></dd>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:row(f:say('record.referrers'), $referrers)"/>
  </xsl:template>

  <xsl:function name="fp:described" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements[normalize-space() ne '']">
      <dd>
        <xsl:apply-templates mode="m:name-in-header" select="."/>
        <xsl:sequence select="fp:doubt(.)"/>
      </dd>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:date-and-evidence" as="element()*">
    <xsl:param name="date" as="element()?"/>
    <xsl:param name="evidence" as="element()*"/>
    <xsl:for-each select="$date[f:date-text(.)]">
      <dd>
        <xsl:apply-templates mode="m:name-in-header" select="."/>
        <xsl:sequence select="fp:doubt(.)"/>
        <xsl:for-each select="$evidence[@type = 'evidence']">
          <p class="evidence"><xsl:apply-templates mode="m:text"/></p>
        </xsl:for-each>
      </dd>
    </xsl:for-each>
  </xsl:function>

  <!-- "probably", where the header itself is not sure. -->
  <xsl:function name="fp:doubt" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@cert[. = ('medium', 'low')]">
      <xsl:text> </xsl:text>
      <span class="doubt">{f:say('certainty.' || .)}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- Names and places of the header lead to their entries as those of the text do. -->
  <xsl:mode name="m:name-in-header" on-no-match="text-only-copy"/>
  <xsl:template mode="m:name-in-header" match="*">
    <xsl:variable name="address" select="f:entry-id(.) ! $f:addresses(.) ! string(.)"/>
    <xsl:choose>
      <xsl:when test="$address"><a class="{f:kind(.)}" href="{$address}">{normalize-space()}</a></xsl:when>
      <xsl:otherwise>{normalize-space()}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template mode="m:name-in-header" match="date | origDate">
    <span class="date">
      <xsl:for-each select="f:dating(.)"><xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:text>{f:date-text(.)}</xsl:text>
    </span>
  </xsl:template>
  <xsl:template mode="m:name-in-header" match="(date | origDate)[matches(@when, '^[0-9]{4}(-[0-9][0-9]){0,2}$')]">
    <time datetime="{@when}" title="{@when}">{f:date-text(.)}</time>
  </xsl:template>

  <xsl:template mode="m:record" match="witness | sourceDesc/msDesc">
    <dd class="witness">
      <xsl:for-each select="self::witness/@n"><b class="siglum">{.}</b><xsl:text> </xsl:text></xsl:for-each>
      <xsl:sequence select="f:shelfmark(.)"/>
    </dd>
  </xsl:template>

  <!-- Where a witness is kept, in a line; or the words that describe it. -->
  <xsl:function name="f:shelfmark" as="node()*">
    <xsl:param name="witness" as="element()"/>
    <xsl:for-each select="$witness">
      <xsl:variable name="parts" as="element()*">
        <xsl:apply-templates mode="m:record" select="descendant-or-self::msDesc/msIdentifier/(repository | collection | idno)"/>
      </xsl:variable>
      <xsl:for-each select="$parts">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:sequence select="."/>
      </xsl:for-each>
      <xsl:for-each select="descendant-or-self::msDesc/physDesc/objectDesc/@form">
        <span class="form"> ({f:say-or('form.' || ., string(.))})</span>
      </xsl:for-each>
      <xsl:if test="empty(descendant-or-self::msDesc)">{normalize-space()}</xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="m:record" match="repository | collection | msIdentifier/idno">
    <span class="{local-name()}">
      <xsl:apply-templates mode="m:name-in-header" select="."/>
    </span>
  </xsl:template>

  <!-- A source in words. -->
  <xsl:template mode="m:record" match="sourceDesc/bibl | sourceDesc/p">
    <xsl:if test="normalize-space() ne ''">
      <dd>
        <xsl:apply-templates mode="m:words-in-record"/>
      </dd>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="m:words-in-record" on-no-match="text-only-copy"/>
  <xsl:template mode="m:words-in-record" match="title">
    <cite><xsl:apply-templates mode="m:words-in-record"/></cite>
  </xsl:template>
  <xsl:template mode="m:words-in-record" match="note | idno[not(normalize-space())]"/>

  <xsl:template mode="m:record" match="biblStruct">
    <dd>
      <xsl:sequence select="f:identity(.), f:printed(.)"/>
    </dd>
  </xsl:template>

  <xsl:template mode="m:record" match="biblFull">
    <xsl:variable name="printed" as="node()*" select="f:printed-whole(.)"/>
    <xsl:if test="exists($printed)">
      <dd><xsl:sequence select="f:identity(.), $printed"/></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="m:record" match="change">
    <dd><xsl:apply-templates mode="m:text"/></dd>
  </xsl:template>
</xsl:stylesheet>
