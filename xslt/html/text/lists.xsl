<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Lists. Page breaks between items go into the next item, those before a heading into it: a list
    of HTML contains only items.
  -->

  <xsl:mode name="m:before-item" on-no-match="shallow-skip"/>

  <xsl:template match="list">
    <xsl:variable name="list" select="."/>
    <xsl:variable name="ordered" select="@type = ('ordered', 'numbered')
      or @rend = ('ordered', 'numbered', 'ol', 'decimal')"/>
    <xsl:apply-templates select="head"/>
    <xsl:element name="{if ($ordered) then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="
        f:class(., ('list', fp:type(.), 'own-numbers'[$list/item/@n[normalize-space(.) ne '']]))"/>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates select="item"/>
    </xsl:element>
  </xsl:template>

  <!-- Labels with items: a glossary, or a list of participants by country. -->
  <xsl:template match="list[label]">
    <xsl:apply-templates select="head"/>
    <dl class="{f:class(., ('list', fp:type(.)))}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates select="headLabel | headItem | label | item"/>
    </dl>
  </xsl:template>

  <!-- The type is the encoder's own word: "list-subject". -->
  <xsl:function name="fp:type" as="xs:string*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="$list/@type/tokenize(.) ! ('list-' || .)"/>
  </xsl:function>

  <xsl:template match="list/head">
    <p class="list-head">
      <xsl:sequence select="f:identity(.), f:stray-before(.)"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="item">
    <xsl:element name="{if (../label) then 'dd' else 'li'}">
      <!--
        An index has thousands of items: those without an identifier in the TEI have an address, but
        no visible mark of it.
      -->
      <xsl:sequence select="f:look(.), f:identity(.), .[@xml:id] ! f:permalink(.),
        f:stray-before(.)"/>
      <!-- Items have the numbers that the source gives them. -->
      <xsl:for-each select="@n[normalize-space() ne ''][not(../../label)]
        [not(some $end in (' ', '.', ')', ':', ',')
          satisfies starts-with(normalize-space(..), normalize-space(.) || $end))]">
        <span class="item-number added">{.}<xsl:text> </xsl:text></span>
      </xsl:for-each>
      <xsl:apply-templates/>
      <xsl:if test="empty(following-sibling::item[1]) and parent::list">
        <xsl:apply-templates select="following-sibling::*[f:is-stray(.)]"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list[label]/headItem">
    <dd class="head">
      <xsl:sequence select="f:identity(.), f:stray-before(.)"/>
      <xsl:apply-templates/>
    </dd>
  </xsl:template>

  <xsl:template match="list/label | list[label]/headLabel">
    <dt>
      <xsl:if test="self::headLabel"><xsl:attribute name="class" select="'head'"/></xsl:if>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:sequence select="f:stray-before(.)"/>
      <xsl:apply-templates/>
    </dt>
  </xsl:template>

  <!--
    An element between items or rows that is neither: a page break, a note, or an unexpected
    element.
  -->
  <xsl:function name="f:is-stray" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element[self::head or self::item[parent::list]
      or self::label[parent::list] or self::headLabel[../label] or self::headItem[../label]
      or self::row[parent::table]])"/>
  </xsl:function>

  <!-- The nodes between an item (or row) and the one before it, in order. -->
  <xsl:function name="f:stray-before" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates mode="m:before-item" select="$element[parent::list
      or parent::table]/preceding-sibling::*[1]"/>
  </xsl:function>

  <xsl:template mode="m:before-item" match="*[f:is-stray(.)]">
    <xsl:apply-templates mode="m:before-item" select="preceding-sibling::*[1]"/>
    <xsl:apply-templates mode="m:text" select="."/>
  </xsl:template>

  <xsl:template mode="m:before-item" match="head | list/item | list/label | list[label]/headLabel
    | list[label]/headItem | table/row"/>
</xsl:stylesheet>
