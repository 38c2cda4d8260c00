<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:h="urn:siglum:header" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The record of a document, as rows of a description list: sender and addressee, date, sources,
    editors. The other parts of the header: header-rest.xsl.
  -->

  <!-- JSON, from the build: title and address of the documents that refer to this one. -->
  <xsl:param name="referrers" as="xs:string" select="'[]'"/>

  <xsl:mode name="m:record" on-no-match="shallow-skip"/>

  <!-- The element names the term, its content the description; an empty row is omitted. -->
  <xsl:function name="f:row" as="element()*">
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
    <xsl:variable name="sent" select="h:correspondence(., 'sent')"/>
    <xsl:variable name="received" select="h:correspondence(., 'received')"/>
    <xsl:variable name="origin" select="fileDesc/sourceDesc/listWit/witness/msDesc/history/origin"/>
    <xsl:sequence select="f:row(f:say('record.from'), fp:described(h:parties($sent)))"/>
    <xsl:sequence select="f:row(f:say('record.to'), fp:described(h:parties($received)))"/>
    <xsl:if test="empty(h:parties($sent))">
      <xsl:sequence select="f:row(f:say('record.author'),
        fp:described(fileDesc/titleStmt/author ! h:names(.)))"/>
    </xsl:if>
    <xsl:sequence select="
      f:row(f:say('record.date'), fp:date-and-evidence(h:date(.), $origin/note))"/>
    <xsl:sequence select="f:row(f:say('record.place'), fp:described(h:place(.)))"/>
    <xsl:sequence select="fp:correspondence(.)"/>
    <xsl:variable name="sources" as="element()*">
      <xsl:apply-templates mode="m:record"
        select="fileDesc/sourceDesc/(listWit//witness | msDesc | bibl | p | ab)"/>
    </xsl:variable>
    <xsl:sequence select="f:row(f:say('record.source'), $sources)"/>
    <xsl:variable name="prints" as="element()*">
      <xsl:apply-templates mode="m:record" select="
        fileDesc/sourceDesc/(biblStruct | biblFull | listBibl/(bibl | biblStruct | biblFull))"/>
    </xsl:variable>
    <xsl:sequence select="f:row(f:say('record.printed'), $prints)"/>
    <xsl:sequence select="fp:responsible(.)"/>
    <xsl:variable name="status" as="element()*">
      <xsl:apply-templates mode="m:record" select="h:latest-change(.)"/>
    </xsl:variable>
    <xsl:sequence select="f:row(f:say('record.status'), $status)"/>
    <xsl:variable name="referrers" as="element()*">
      <xsl:for-each select="parse-json($referrers)?*">
        <dd><a href="{?address}">{?title}</a></dd>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:row(f:say('record.referrers'), $referrers)"/>
    <xsl:sequence select="f:header-rest(.)"/>
  </xsl:template>

  <!-- Other events of a letter, and the letters around it. -->
  <xsl:function name="fp:correspondence" as="element()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="letter"
      select="$header/profileDesc[empty(correspDesc[2])]/correspDesc"/>
    <xsl:variable name="written" select="h:date($header), h:place($header)"/>
    <xsl:for-each select="$letter/correspAction">
      <xsl:variable name="own" select="@type = ('sent', 'received')"/>
      <xsl:variable name="facts" select="
        *[not($own and (self::persName or self::orgName or self::name or self::rs))]
        [not(some $one in $written satisfies $one is .)]
        [not($own and string(.) = $written ! string(.) and normalize-space(.) ne '')]
        [normalize-space(.) ne '' or self::date[f:date-text(.)]]"/>
      <xsl:sequence select="
        f:row(f:say-or('record.action.' || @type, string(@type)), fp:described($facts))"/>
    </xsl:for-each>
    <xsl:sequence select="
      f:row(f:say('part.note'), $letter/note[normalize-space() ne ''] ! fp:running(.))"/>
    <xsl:sequence select="
      f:row(f:say('record.context'), $letter/correspContext/*[@target or normalize-space() ne '']
      ! fp:running(.))"/>
  </xsl:function>

  <!-- Editors by their roles, other responsible persons, funders. -->
  <xsl:function name="fp:responsible" as="element()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="statement" select="$header/fileDesc/titleStmt"/>
    <xsl:for-each-group select="$statement/editor" group-by="string(@role)">
      <xsl:sequence select="f:row(
        f:say-or('role.' || (current-grouping-key()[. ne ''], 'editor')[1], current-grouping-key()),
        fp:described(current-group() ! h:names(.)))"/>
    </xsl:for-each-group>
    <xsl:for-each select="$statement/respStmt[not(name/@type = 'program')]">
      <xsl:variable name="people"
        select="persName | orgName | name | rs | note[normalize-space() ne '']"/>
      <xsl:variable name="roles" select="string-join(resp ! f:words(.)[. ne ''], ', ')"/>
      <xsl:sequence select="f:row(
        ($roles[. ne ''], f:say('role.responsible'))[1], fp:described($people))"/>
    </xsl:for-each>
    <xsl:for-each select="'principal', 'sponsor', 'funder', 'meeting'">
      <xsl:variable name="name" select="."/>
      <xsl:sequence select="f:row(
        f:say('part.' || $name), fp:described($statement/*[local-name() eq $name]))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:running" as="element()">
    <xsl:param name="element" as="element()"/>
    <dd><xsl:apply-templates mode="m:text" select="
      if ($element[self::ref or self::ptr]) then $element else $element/node()"/></dd>
  </xsl:function>

  <xsl:function name="fp:described" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="
      $elements[normalize-space() ne '' or (self::date or self::origDate) and f:date-text(.)]">
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

  <!-- "probably", if the header itself is uncertain. -->
  <xsl:function name="fp:doubt" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@cert[. = ('medium', 'low')]">
      <xsl:text> </xsl:text>
      <span class="doubt">{f:say('certainty.' || .)}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- Names and places of the header lead to their entries, as in the text. -->
  <xsl:mode name="m:name-in-header" on-no-match="text-only-copy"/>
  <xsl:template mode="m:name-in-header" match="*">
    <xsl:variable name="mention" select="."/>
    <xsl:variable name="address" select="(
      f:entry-id(.) ! $f:addresses(.) ! string(.),
      (@ref | @target)/tokenize(.)[not(starts-with(., '#'))][1] ! f:address(., $mention))[1]"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a class="{f:kind(.)}" href="{$address}">{f:words(.)}</a>
      </xsl:when>
      <xsl:otherwise>{f:words(.)}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template mode="m:name-in-header" match="note" priority="1">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>
  <xsl:template mode="m:name-in-header" match="date | origDate" priority="1">
    <span class="date">
      <xsl:for-each select="f:dating-and-calendar(.)">
        <xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:text>{f:date-text(.)}</xsl:text>
    </span>
  </xsl:template>
  <xsl:template mode="m:name-in-header" priority="2"
    match="(date | origDate)[matches(@when, '^[0-9]{4}(-[0-9][0-9]){0,2}$')]">
    <time datetime="{@when}" title="{f:dating-and-calendar(.)}">{f:date-text(.)}</time>
  </xsl:template>

  <xsl:template mode="m:record" match="witness | sourceDesc/msDesc">
    <dd class="witness">
      <xsl:for-each select="self::witness[@n or normalize-space() eq '']">
        <b class="siglum">{f:siglum(.)}</b><xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:sequence select="f:shelfmark(.)"/>
    </dd>
  </xsl:template>

  <!-- A source in words. -->
  <xsl:template mode="m:record" match="bibl | sourceDesc/p | sourceDesc/ab">
    <xsl:if test="normalize-space() ne ''">
      <dd><xsl:apply-templates mode="m:text"/></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="m:record" match="biblStruct">
    <dd>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:choose>
        <xsl:when test="@type = 'printed' or f:is-regular(.)">
          <xsl:sequence select="f:printed(.)"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="m:text"/></xsl:otherwise>
      </xsl:choose>
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
