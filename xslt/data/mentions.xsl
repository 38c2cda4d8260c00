<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:h="urn:siglum:header" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Every mention of an entry, with the block of text that it is in. A block is walked once. Its
    text is returned in the pieces of the TEI, and a mention gives its first and last piece:
    pipeline/transform/mentions.ts finds the sentences, since saxon-js processes a string character
    by character.
  -->

  <!--
    Walks a block: its text and the mentions in it, but no block within: a note's words are not part
    of the sentence.
  -->
  <xsl:mode name="m:line" on-no-match="shallow-skip"/>
  <!-- Children only: a shallow skip would walk the attributes too. -->
  <xsl:template mode="m:line" match="*" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template mode="m:line" match="text()" as="node()">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template mode="m:line" match="w/text()[contains(., '&#10;')]
    | w/*/text()[contains(., '&#10;')]" as="node()?" priority="2">
    <xsl:value-of select="f:words-of-token(.)"/>
  </xsl:template>
  <xsl:template mode="m:line" priority="1" as="node()"
    match="text()[map:contains($f:bracketed, local-name(..))][f:has-open-edge(.)]">
    <xsl:value-of select="f:within-brackets(.)"/>
  </xsl:template>
  <xsl:template mode="m:line"
    match="(persName | orgName | placeName | eventName | term | name | rs | abbr
    | country | region | settlement | geogName)[@ref] | (persName | orgName | placeName | name
    | rs)[@corresp or @key] | (eventName | country | region | settlement | geogName)[@key]
      | gloss[@target] | date | bibl" as="node()*">
    <xsl:sequence select="."/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <!--
    A sentence is the stated reading; another reading is in it only if it contains a mention, in
    angle brackets.
  -->
  <xsl:template mode="m:line" match="choice" as="node()*">
    <xsl:sequence select="fp:with-other-readings(., f:reading-of-choice(.))"/>
  </xsl:template>
  <xsl:template mode="m:line" match="app" as="node()*">
    <xsl:sequence select="fp:with-other-readings(., (lem, rdgGrp/lem, rdg, rdgGrp/rdg)[1])"/>
  </xsl:template>
  <xsl:template mode="m:line" match="subst" as="node()*">
    <xsl:sequence select="fp:with-other-readings(., * except del)"/>
  </xsl:template>
  <xsl:template mode="m:line" match="del" as="node()*">
    <xsl:sequence select="fp:other-reading(.)"/>
  </xsl:template>

  <xsl:function name="fp:with-other-readings" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="stated" as="element()*"/>
    <xsl:apply-templates mode="m:line" select="$stated"/>
    <xsl:sequence select="($place/* except $stated) ! fp:other-reading(.)"/>
  </xsl:function>

  <xsl:function name="fp:other-reading" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:if test="exists($reading/descendant::*[@ref or @key or @corresp or self::date])">
      <xsl:text> ⟨</xsl:text>
      <xsl:apply-templates mode="m:line" select="$reading/node()"/>
      <xsl:text>⟩</xsl:text>
    </xsl:if>
  </xsl:function>

  <xsl:template mode="m:line" match="fs/f" as="node()*" priority="6">
    <xsl:for-each select="f:mark-before-feature(.)[. ne '']"><xsl:text>{.}</xsl:text></xsl:for-each>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template mode="m:line" match="fs" as="node()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:for-each select="f:mark-after-features(.)"><xsl:text>{.}</xsl:text></xsl:for-each>
  </xsl:template>

  <!-- Adjoining elements that are not one word. -->
  <xsl:template mode="m:line" match="lb" as="text()?">
    <xsl:if test="not(@break = 'no')"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template mode="m:line" match="gap[empty(node())]" as="text()">
    <xsl:text>[…]</xsl:text>
  </xsl:template>
  <xsl:template mode="m:line" priority="5" as="node()*" match="
    *[preceding-sibling::node()[1][self::*]][map:contains($f:fields, local-name())]">
    <xsl:for-each select="f:separator(.)[. ne '']"><xsl:text>{.}</xsl:text></xsl:for-each>
    <xsl:next-match/>
  </xsl:template>

  <!--
    The header already states the day of writing in the dateline: the index lists the document, not
    its dateline.
  -->
  <xsl:template mode="m:line" match="dateline/date[fp:is-day-of-writing(.)]" as="node()*"
    priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:function name="fp:is-day-of-writing" as="xs:boolean">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="written" select="h:date(f:file-header(root($date)))"/>
    <xsl:variable name="days" select="($date, $written) ! f:earliest(.) ! replace(., 'T.*', '')"/>
    <xsl:sequence select="count($days) eq 2 and $days[1] eq $days[2]"/>
  </xsl:function>

  <xsl:template mode="m:line" as="node()*" match="
      p | ab | head | item | label | cell | note | l | dateline | signed | salute | closer | opener
      | div | list | table | row | lg | byline | zone | line"/>

  <!--
    By name: for a union below // saxon-js would search each name among the children of every node.
  -->
  <xsl:variable name="fp:blocks" as="map(*)" select="map:merge(
    tokenize('p ab head item label cell note l dateline signed salute closer opener quote byline zone line')
    ! map{.: true()})"/>

  <!--
    The blocks that have mentions: [{anchor, block, n, text: [piece …], mentions: [{entry, from, to,
    certainty} …]} …]
  -->
  <xsl:function name="f:mentions" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <!-- In the order of the text; a block within another comes after it. -->
    <xsl:for-each select="$text ! descendant::*[$fp:blocks(local-name())][namespace-uri() eq
      namespace-uri($text[1])]">
      <xsl:variable name="nodes" as="node()*">
        <xsl:apply-templates mode="m:line"/>
      </xsl:variable>
      <xsl:if test="exists($nodes[self::*])">
        <xsl:sequence select="fp:mentions-of-block(., $nodes)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:mentions-of-block" as="map(*)?">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="mentions" as="map(*)*">
      <xsl:iterate select="$nodes">
        <xsl:param name="pieces" as="xs:integer" select="0"/>
        <xsl:variable name="entry" select="if (self::text()) then () else f:index-id(.)"/>
        <xsl:if test="exists($entry)">
          <xsl:variable name="words" as="node()*">
            <xsl:apply-templates mode="m:line"/>
          </xsl:variable>
          <xsl:sequence select="map{'entry': $entry, 'from': $pieces,
            'to': $pieces + count($words[self::text()]), 'certainty': fp:text(@cert)}"/>
        </xsl:if>
        <xsl:next-iteration>
          <xsl:with-param name="pieces" select="if (self::text()) then $pieces + 1 else $pieces"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:if test="exists($mentions)">
      <xsl:variable name="passage" select="f:passage($block)"/>
      <xsl:sequence select="map{
        'anchor': ($passage ! f:anchor(.), '')[1],
        'block': ($passage ! local-name(.), '')[1],
        'n': fp:text(($passage/self::note | $passage/ancestor::note[1])[1]/@n),
        'text': array{$nodes[self::text()] ! string(.)},
        'mentions': array{$mentions}}"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
