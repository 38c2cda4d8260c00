<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The blocks of the running text, from the whole text down to the paragraph. -->

  <!-- What a paragraph of HTML cannot hold, so that a TEI paragraph with one in it becomes several. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node[self::p or self::ab or self::list or self::table or self::figure or self::lg or self::l or self::sp or self::div
        or self::floatingText or self::listBibl or self::head or self::opener or self::closer or self::dateline or self::signed or self::salute])
      or exists($node[self::quote or self::q or self::cit or self::supplied or self::add or self::del or self::unclear or self::note or self::said]
        [fp:holds-block(.)])"/>
  </xsl:function>

  <xsl:function name="fp:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element[self::note][f:is-endnote(.)]) and (some $child in $element/* satisfies f:is-block($child))"/>
  </xsl:function>

  <!-- The identifier as the page has it, and the language where the text says it. -->
  <xsl:function name="f:identity" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="f:anchor($element)">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:for-each select="$element/@xml:lang">
      <xsl:attribute name="lang" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- The visible address of a passage: the mark beside it, which leads to itself. -->
  <xsl:function name="f:permalink" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="f:anchor($element)">
      <a class="{if ($element/@xml:id) then 'permalink added' else 'permalink by-place added'}" href="#{.}" aria-label="{f:say(if ($element/@xml:id) then 'passage.address' else 'passage.place', map{'id': .})}">¶</a>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="text | body | front | back | group">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="body/div[@type = 'document']">
    <div class="document">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="div | floatingText">
    <section class="{string-join(('division', @type), ' ')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- Where other documents stood, or lists are made: the page lists what stands under it by itself. -->
  <xsl:template match="divGen[not(node())]"/>

  <!-- Inline runs become paragraphs of HTML, blocks stand between them. -->
  <xsl:template match="p | ab">
    <xsl:choose>
      <xsl:when test="not(fp:holds-block(.))">
        <p>
          <xsl:sequence select="f:identity(.), f:permalink(.)"/>
          <xsl:apply-templates/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <div class="paragraph">
          <xsl:sequence select="f:identity(.), f:permalink(.)"/>
          <xsl:call-template name="m:flow"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mixed content where blocks may stand: each run of inline content in a paragraph of its own. -->
  <xsl:template name="m:flow">
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(exists(current-group()[self::* or normalize-space() ne '']))">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates select="current-group()"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Title pages, speeches, stanzas, the parts of plays. -->
  <xsl:template match="
      titlePage | docTitle | docImprint | docEdition | imprimatur | castList | castGroup | castItem | set | performance | prologue | epilogue
    | spGrp | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <div class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="opener | closer | postscript | argument | epigraph | address | sp | lg">
    <div class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="dateline | signed | salute | byline | docAuthor | trailer | addrLine | l | speaker | stage">
    <div class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A dateline within a sentence or another line is a part of it. -->
  <xsl:template match="p//dateline | p//address | p//addrLine | dateline//address | dateline//addrLine | salute/signed | signed/signed">
    <span class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="quote | cit | q | said">
    <q>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </q>
  </xsl:template>

  <xsl:template match="(quote | cit | q | said)[fp:holds-block(.) or fp:among-blocks(.)]">
    <blockquote>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:call-template name="m:flow"/>
    </blockquote>
  </xsl:template>

  <xsl:function name="fp:among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[self::div or self::body or self::postscript or self::epigraph or self::cit[fp:among-blocks(.)]])"/>
  </xsl:function>
</xsl:stylesheet>
