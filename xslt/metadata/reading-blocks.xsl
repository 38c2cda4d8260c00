<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
    xmlns:r="urn:siglum:reading"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The text as a sequence of blocks, which pipeline/formats/texts writes as plain text and as
    Markdown.

      r:block      a heading (@level), a line of verse or of an address, or a paragraph, with its content:
        r:note     the anchor of a note: its number, and a label that no other note has
        r:page     where a page begins
        r:break    where a line begins
        r:emphasis words in italic or bold
        r:added    words that are not the text's: the sign of a gap, the words of a reference
        r:choice   words with a second reading: r:stated, r:other (@deleted: struck out)
      r:item       an item of a list, with its marker: blocks
      r:quote      words of another, set as blocks: blocks
      r:table      r:row, r:cell
      r:footnote   a note separate from the text: blocks
      r:reading    an entry of the apparatus: text
    Every element of TEI is one of three: a block by its name, a block because it contains one, or a
    part of a line.
  -->

  <!-- Blocks of a page, and parts of a page's blocks that have a line of their own in a text. -->
  <xsl:variable name="fp:block-names" as="map(xs:string, xs:boolean)" select="map:merge(($f:blocks,
    tokenize('
      text front body back group item row cell figure speaker stage byline docAuthor address
      addrLine listApp titlePart docEdition sourceDoc facsimile
    ')[. ne ''] ! map{.: true()}))"/>

  <xsl:variable name="fp:quotations" as="map(xs:string, xs:boolean)"
    select="map:merge(tokenize('quote cit q said') ! map{.: true()})"/>

  <!-- The blocks of a document's text, its notes and the entries of its apparatus. -->
  <xsl:function name="f:reading-blocks" as="element()*">
    <xsl:param name="document" as="element()"/>
    <xsl:apply-templates mode="m:blocks" select="f:texts($document)"/>
    <xsl:for-each select="$f:endnotes">
      <r:footnote n="{f:note-number(.)}" label="{f:note-label(.)}">
        <xsl:call-template name="m:block-flow"/>
      </r:footnote>
    </xsl:for-each>
    <xsl:apply-templates mode="m:readings" select="if (empty($document/descendant::app)) then ()
      else (f:texts($document) | $document//standOff)//app"/>
  </xsl:function>

  <!-- A note's label is its number if no other note has it. -->
  <xsl:variable name="fp:numbers" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$f:endnotes" group-by="f:note-number(.)">
        <xsl:map-entry key="current-grouping-key()" select="count(current-group())"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="n" select="f:note-number($note)"/>
    <xsl:sequence select="if (matches($n, '^[A-Za-z0-9]+$') and $fp:numbers($n) eq 1) then $n
      else 'note-' || $fp:places(f:node-number($note))"/>
  </xsl:function>

  <!-- Blocks -->

  <xsl:mode name="m:blocks" on-no-match="shallow-skip"/>

  <xsl:template mode="m:blocks" match="*" as="element()*">
    <xsl:call-template name="m:block-flow"/>
  </xsl:template>

  <!-- Sequences of inline content become blocks of the element's kind; blocks are between them. -->
  <xsl:template name="m:block-flow" as="element()*">
    <xsl:variable name="element" select="."/>
    <xsl:for-each-group select="node()" group-adjacent="fp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates mode="m:blocks" select="current-group()"/>
        </xsl:when>
        <xsl:when test="exists(current-group()[self::* or self::text()[normalize-space() ne '']])">
          <r:block kind="paragraph">
            <xsl:apply-templates mode="m:block-kind" select="$element"/>
            <xsl:apply-templates mode="m:inline" select="current-group()"/>
          </r:block>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:mode name="m:block-kind" on-no-match="shallow-skip"/>
  <xsl:template mode="m:block-kind" match="*"/>
  <xsl:template mode="m:block-kind" match="
      div/head[not(preceding-sibling::head)] | floatingText/head[not(preceding-sibling::head)]
      | body/head[not(preceding-sibling::head)]">
    <xsl:attribute name="kind" select="'heading'"/>
    <xsl:attribute name="level" select="min((6, max((1, count(ancestor::div)))))"/>
  </xsl:template>
  <xsl:template mode="m:block-kind" match="l | addrLine">
    <xsl:attribute name="kind" select="'line'"/>
  </xsl:template>

  <xsl:template mode="m:blocks" match="list" as="element()*">
    <xsl:variable name="items" select="item"/>
    <xsl:variable name="ordered" select="@type = ('ordered', 'numbered') or @rend = ('ordered',
      'numbered')"/>
    <xsl:variable name="markers" as="map(xs:integer, xs:string)"
      select="map:merge(if ($ordered) then (for $place in 1 to count($items)
        return map{f:node-number($items[$place]): $place || '.'}) else ())"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::item">
          <r:item marker="{(@n ! string(.), $markers(f:node-number(.)), '•')[1]}">
            <xsl:call-template name="m:block-flow"/>
          </r:item>
        </xsl:when>
        <xsl:when test="fp:is-block(.)"><xsl:apply-templates mode="m:blocks" select="."/></xsl:when>
        <xsl:when test="self::*">
          <r:block kind="paragraph"><xsl:apply-templates mode="m:inline" select="."/></r:block>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="m:blocks" match="quote | cit | q | said" as="element()*">
    <r:quote><xsl:call-template name="m:block-flow"/></r:quote>
  </xsl:template>

  <!-- The speaker, as on the page. -->
  <xsl:template mode="m:blocks" match="u[@who]" as="element()*">
    <xsl:variable name="made" as="element()*">
      <xsl:call-template name="m:block-flow"/></xsl:variable>
    <xsl:variable name="who" select="string-join(tokenize(@who) ! f:speaker(., current()), ', ')"/>
    <xsl:choose>
      <xsl:when test="$made[1]/self::r:block">
        <xsl:for-each select="$made[1]">
          <xsl:copy>
            <xsl:sequence select="@*"/>
            <r:added>{$who}: </r:added>
            <xsl:sequence select="node()"/>
          </xsl:copy>
        </xsl:for-each>
        <xsl:sequence select="tail($made)"/>
      </xsl:when>
      <xsl:otherwise>
        <r:block kind="paragraph"><r:added>{$who}:</r:added></r:block>
        <xsl:sequence select="$made"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    Content between rows goes into the row before it, content between cells into the cell before it.
  -->
  <xsl:template mode="m:blocks" match="table" as="element()*">
    <xsl:apply-templates mode="m:blocks" select="head"/>
    <xsl:variable name="before" select="*[not(self::head)][empty((self::row,
      preceding-sibling::row[1]))]"/>
    <xsl:if test="$before">
      <r:block kind="paragraph"><xsl:apply-templates mode="m:inline" select="$before"/></r:block>
    </xsl:if>
    <xsl:if test="row">
      <r:table>
        <xsl:for-each-group select="* except (head, $before)" group-starting-with="row">
          <xsl:variable name="strays" select="tail(current-group())"/>
          <r:row>
            <xsl:if test="@role = 'label'"><xsl:attribute name="role" select="'label'"/></xsl:if>
            <xsl:for-each-group select="*" group-starting-with="cell">
              <r:cell>
                <xsl:apply-templates mode="m:inline" select="current-group()"/>
                <xsl:if test="position() eq last()">
                  <xsl:for-each select="$strays"><r:added>{' '}</r:added>
                    <xsl:apply-templates mode="m:inline" select="."/></xsl:for-each>
                </xsl:if>
              </r:cell>
            </xsl:for-each-group>
          </r:row>
        </xsl:for-each-group>
      </r:table>
    </xsl:if>
  </xsl:template>

  <!-- The entries of an apparatus come after the notes. -->
  <xsl:template mode="m:blocks" match="listApp"/>

  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      if (not($node instance of element())) then false()
      else if ($fp:block-names(local-name($node))) then not($node[self::dateline or self::address
        or self::addrLine or self::signed][ancestor::*[self::p or self::dateline or self::salute
        or self::signed]])
      else if ($node/(self::bibl | self::biblStruct)/parent::listBibl) then true()
      else if ($fp:quotations(local-name($node)) and exists($node/parent::*[self::div or self::body
        or self::postscript])) then true()
      (: Most elements of a line hold nothing but words. :)
      else if (empty($node/*)) then false()
      else if ($node[self::note][f:is-endnote(.)] or $node/self::app) then false()
      else some $child in $node/* satisfies fp:is-block($child)"/>
  </xsl:function>
</xsl:stylesheet>
