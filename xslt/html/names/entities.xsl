<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Persons, organizations, places, terms and dates in the text. A mention is a link to its entry;
    the marks of a program are distinguished from an editor's by their classes (auto, and the
    certainty: high, medium, low).
  -->

  <xsl:template name="m:mention"
    match="persName | orgName | placeName | eventName | term | name | rs | country | region
    | settlement | geogName | abbr[@ref] | gloss[@target]">
    <xsl:variable name="mention" select="."/>
    <xsl:variable name="id" select="f:entry-id(.)"/>
    <xsl:variable name="entry" as="element()?" select="$id ! key('entry', ., root($mention))[1]"/>
    <xsl:variable name="address" select="($id ! $f:addresses(.) ! string(.), @ref
      ! tokenize(.)[not(starts-with(., '#'))][1] ! f:address(., $mention))[1]"/>
    <xsl:variable name="class" select="string-join((f:kind-of(($entry, .)[1]), f:certainty(.)),
      ' ')"/>
    <xsl:choose>
      <xsl:when test="$address">
        <!--
          A link cannot contain a link: around a note reference, a page break or another mention it
          is interrupted.
        -->
        <xsl:for-each-group select="node()" group-adjacent="fp:holds-link(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()"/>
            </xsl:when>
            <xsl:otherwise>
              <a class="{$class}" href="{$address}">
                <xsl:for-each select="fp:link-title($mention, $entry)"><xsl:attribute name="title"
                  select="."/></xsl:for-each>
                <xsl:apply-templates select="current-group()"/>
              </a>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:when test="@ref or @corresp or @target or @resp or @xml:id">
        <span class="{$class}">
          <xsl:sequence select="f:identity(.)"/>
          <xsl:apply-templates/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date">
    <span class="{string-join(('date', f:certainty(.)), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="f:dating-and-calendar(.)">
        <xsl:attribute name="title" select="."/></xsl:for-each>
      <xsl:sequence select="fp:linked-date(.)"/>
    </span>
  </xsl:template>

  <!-- HTML's time can contain a moment, not a range. -->
  <xsl:template match="date[@when][matches(@when,
    '^([0-9]{4}(-[0-9][0-9]){0,2}|--[0-9][0-9]-[0-9][0-9]|[0-9]{4}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9](:[0-9][0-9])?(Z|[+-][0-9][0-9]:[0-9][0-9])?)$')]">
    <time class="{string-join(('date', f:certainty(.)), ' ')}" datetime="{@when}"
      title="{f:dating-and-calendar(.)}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:sequence select="fp:linked-date(.)"/>
    </time>
  </xsl:template>

  <!--
    The words of a date as a link to its entry, which states its meaning: touch and keyboard users
    cannot hover. Within another link it is not a link.
  -->
  <xsl:function name="fp:linked-date" as="node()*">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="address" select="$date[empty(ancestor::*[self::ref or @ref or @key])]
      ! f:index-id(.) ! $f:addresses(.) ! string(.)"/>
    <xsl:for-each select="f:words-for-date($date)"><span class="added">{.}</span></xsl:for-each>
    <xsl:for-each-group select="$date/node()" group-adjacent="empty($address) or fp:holds-link(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <a href="{$address}">
            <xsl:apply-templates select="current-group()"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!--
    The pointers to responsible programs, according to the header: a respStmt with the name of a
    program's.
  -->
  <xsl:variable name="fp:programs" as="xs:string*"
    select="f:file-header(/)/fileDesc/titleStmt/respStmt[name/@type = 'program']/@xml:id ! ('#'
    || .)"/>

  <!--
    auto and the certainty for a mark of a program; nothing for an editor's, unless the editor was
    uncertain.
  -->
  <xsl:function name="f:certainty" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="resp" select="string($element/@resp)"/>
    <xsl:sequence select="'auto'[if (contains($resp, ' ')) then tokenize($resp) = $fp:programs
      else $resp = $fp:programs], $element/@cert[. = ('high', 'medium', 'low')] ! string(.)"/>
  </xsl:function>

  <!-- The full name, if the text's own words are shorter; and the uncertainty. -->
  <xsl:function name="fp:link-title" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="name" select="$entry ! f:name(.)[. ne normalize-space($mention)]"/>
    <xsl:variable name="doubt" select="$mention/@cert[. = ('medium', 'low')] ! f:say('certainty.'
      || .)"/>
    <xsl:sequence select="string-join(($name, $doubt), ' · ')[. ne '']"/>
  </xsl:function>

  <xsl:function name="fp:holds-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element()
      and exists($node/descendant-or-self::*[self::pb or self::note or self::ref or self::ptr
      or self::app or @ref or @corresp or @key or self::gloss[@target]])"/>
  </xsl:function>
</xsl:stylesheet>
