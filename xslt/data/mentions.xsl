<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:map="http://www.w3.org/2005/xpath-functions/map" default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Every mention of an entry in its sentence. A block of text is walked once, adding up the lengths of its text nodes, so that a
    mention's place in the block is known without looking back.
  -->

  <!-- Down a block, to its text and the mentions in it, and into no block within: a note's words are no part of the sentence. -->
  <xsl:mode name="m:line" on-no-match="shallow-skip"/>
  <!-- Children only: a shallow skip looks at attributes too. -->
  <xsl:template mode="m:line" match="*" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template mode="m:line" match="text()" as="node()">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template mode="m:line" match="(persName | orgName | placeName | term | name | rs | abbr | country | region | settlement | geogName)[@ref] | (persName | orgName | placeName | name | rs)[@corresp or @key] | gloss[@target] | date | bibl" as="node()*">
    <xsl:sequence select="."/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <!-- The day of writing in the document's own dateline is told by its header: the index lists the document, not its dateline. -->
  <xsl:template mode="m:line" match="dateline/date[fp:is-day-of-writing(.)]" as="node()*" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:function name="fp:is-day-of-writing" as="xs:boolean">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="written" select="f:date-of-writing(f:file-header(root($date)))"/>
    <xsl:variable name="days" select="($date, $written) ! f:earliest(.) ! replace(., 'T.*', '')"/>
    <xsl:sequence select="count($days) eq 2 and $days[1] eq $days[2]"/>
  </xsl:function>

  <xsl:template mode="m:line" as="node()*" match="
      p | ab | head | item | label | cell | note | l | dateline | signed | salute | closer | opener | div | list | table | row | lg | byline | zone | line"/>

  <!-- By name: of a union below // saxon-js would look for each name among the children of every node. -->
  <xsl:variable name="fp:blocks" as="map(*)" select="map:merge(
    tokenize('p ab head item label cell note l dateline signed salute closer opener quote byline zone line') ! map{.: true()})"/>

  <xsl:function name="f:mentions" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <!-- In the order of the text; a block within another comes after it. -->
    <xsl:for-each select="$text ! descendant::*[$fp:blocks(local-name())][namespace-uri() eq namespace-uri($text[1])]">
      <xsl:variable name="nodes" as="node()*">
        <xsl:apply-templates mode="m:line"/>
      </xsl:variable>
      <xsl:if test="exists($nodes[self::*])">
        <xsl:sequence select="fp:mentions-of-block(., $nodes)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:mentions-of-block" as="map(*)*">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <!-- White space is folded once for the block: looked for in each piece of it, it would cost more than the pieces. -->
    <xsl:variable name="sentences" select="f:sentences(string-join($nodes[self::text()]))"/>
    <xsl:variable name="plain" select="every $sentence in $sentences satisfies fp:in-line($sentence) eq $sentence"/>
    <xsl:variable name="ends" as="xs:integer*">
      <xsl:iterate select="$sentences">
        <xsl:param name="begin" as="xs:integer" select="0"/>
        <xsl:variable name="end" select="$begin + string-length(.)"/>
        <xsl:sequence select="$end"/>
        <xsl:next-iteration>
          <xsl:with-param name="begin" select="$end"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:variable name="passage" select="f:passage($block)"/>
    <xsl:variable name="place" as="map(*)" select="map{
      'anchor': ($passage ! f:anchor(.), '')[1],
      'block': ($passage ! local-name(.), '')[1],
      'n': fp:text(($passage/self::note | $passage/ancestor::note[1])[1]/@n)}"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="offset" as="xs:integer" select="0"/>
      <xsl:variable name="entry" select="if (self::text()) then () else f:index-id(.)"/>
      <xsl:if test="exists($entry)">
        <xsl:variable name="words" as="node()*">
          <xsl:apply-templates mode="m:line"/>
        </xsl:variable>
        <xsl:variable name="end" select="$offset + string-length(string-join($words[self::text()]))"/>
        <xsl:sequence select="fp:mention(., $entry, $place, $sentences, $ends, $plain, $offset, $end)"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="offset" select="if (self::text()) then $offset + string-length() else $offset"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!--
    A mention with what its sentence has before and after it; one that goes over the end of a sentence is in all of them. Cut from the
    sentence rather than from the block: saxon-js goes through a string character by character.
  -->
  <xsl:function name="fp:mention" as="map(*)">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="xs:string"/>
    <xsl:param name="place" as="map(*)"/>
    <xsl:param name="sentences" as="xs:string*"/>
    <xsl:param name="ends" as="xs:integer*"/>
    <xsl:param name="plain" as="xs:boolean"/>
    <xsl:param name="start" as="xs:integer"/>
    <xsl:param name="end" as="xs:integer"/>
    <xsl:variable name="before" select="if ($start lt $ends[1]) then 0 else count($ends[. le $start])"/>
    <xsl:variable name="last" select="if ($end le $ends[1]) then xs:integer($end gt 0) else count($ends[. lt $end]) + 1"/>
    <xsl:variable name="from" select="($ends[$before], 0)[1]"/>
    <xsl:variable name="text" select="string-join(subsequence($sentences, $before + 1, $last - $before))"/>
    <xsl:variable name="parts" as="xs:string+" select="
      substring($text, 1, $start - $from), substring($text, $start - $from + 1, $end - $start), substring($text, $end - $from + 1)"/>
    <xsl:variable name="folded" as="xs:string+" select="if ($plain) then $parts else $parts ! fp:in-line(.)"/>
    <xsl:sequence select="map{
      'entry': $entry,
      'anchor': $place?anchor,
      'block': $place?block,
      'n': $place?n,
      'before': $folded[1],
      'words': $folded[2],
      'after': $folded[3],
      'certainty': fp:text($mention/@cert)}"/>
  </xsl:function>
</xsl:stylesheet>
