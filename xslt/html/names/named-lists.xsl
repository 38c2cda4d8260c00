<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Lists of persons, places, events, witnesses and works that are in a text: each entry in a
    block of its own. Those of a header: ../data/entries.xsl.
  -->

  <xsl:template match="listPerson | listOrg | listPlace | listEvent | listNym | listRelation
    | listObject | listWit | listBibl">
    <div class="{f:class(., ('named-list', local-name()))}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="person | personGrp | persona | org | place | nym | object
    | event[parent::listEvent]">
    <div class="named-entry">
      <xsl:sequence select="f:identity(.), self::*[@xml:id] ! f:permalink(.)"/>
      <xsl:for-each select="node()">
        <xsl:if test="self::*[node() or @*] and preceding-sibling::node()[1]/self::*
          and f:separator(.) eq ''"><span class="added"><xsl:text> </xsl:text></span></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- A birth or death in attributes only. -->
  <xsl:template match="(person | persona)/*[self::birth or self::death][empty(node())]">
    <xsl:variable name="kind" select="f:say('part.' || local-name())"/>
    <xsl:for-each select="f:dating-in-words(.)[. ne '']"><span
      class="added">[{$kind} {.}]</span></xsl:for-each>
  </xsl:template>

  <xsl:template match="listBibl/bibl | listBibl/biblStruct | listBibl/biblFull" priority="1">
    <div class="{string-join(('bibl', @type ! ('bibl-' || .), f:certainty(.)), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="witness">
    <div class="named-entry">
      <xsl:sequence select="f:identity(.)"/>
      <b class="siglum added">{f:siglum(.)}<xsl:text> </xsl:text></b>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- "parent: #ann → #bob". -->
  <xsl:template match="relation">
    <div class="named-entry">
      <xsl:sequence select="f:identity(.)"/>
      <span class="added">{string-join(((@name, @ref, @type)[1] ! (. || ':'), string-join((@active,
        @mutual)), @passive ! ('→ ' || .)), ' ')}<xsl:text> </xsl:text></span>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
