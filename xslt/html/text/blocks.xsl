<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="urn:siglum:header"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The blocks of the running text, from the whole text down to the paragraph. -->

  <!--
    Elements that a paragraph of HTML cannot contain, so that a TEI paragraph with one in it becomes
    several: blocks by their names (../lib/text/blocks.xsl), and elements that contain one.
  -->
  <xsl:variable name="fp:holders" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    quote q cit supplied add del unclear note said hi seg emph subst mod restore retrace corr sic
    orig reg choice damage surplus secl ref foreign rs s title stamp seal vocal kinesic incident
    writing shift formula
    ') ! map{.: true()})"/>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="name" select="local-name($node)"/>
    <xsl:sequence select="
      map:contains($f:blocks, $name) or (map:contains($fp:holders, $name)
      and fp:holds-block($node))
      or ($name eq 'figure' and (empty($node/(parent::p | parent::cell))
      or fp:holds-block($node)))"/>
  </xsl:function>

  <xsl:function name="fp:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and not($element[self::note][f:is-endnote(.)])
      and (some $child in $element/* satisfies f:is-block($child))"/>
  </xsl:function>

  <!-- The element of HTML for one that can be inline or contain blocks. -->
  <xsl:function name="f:box" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="inline" as="xs:string"/>
    <xsl:sequence select="if (fp:holds-block($element)) then 'div' else $inline"/>
  </xsl:function>

  <!--
    The identifier in the form of the page, and the language if the text states it, with its
    direction.
  -->
  <xsl:function name="f:identity" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="f:anchor($element)">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:sequence select="$element/@xml:lang ! f:language(.)"/>
  </xsl:function>

  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="tag" as="attribute()"/>
    <xsl:variable name="direction" select="f:direction($tag)"/>
    <!-- HTML allows no other value; the check reports it. -->
    <xsl:if test="$tag = '' or $tag castable as xs:language">
      <xsl:attribute name="lang" select="$tag"/>
    </xsl:if>
    <xsl:if test="$direction eq 'rtl' or $tag/ancestor::*[@xml:lang][f:direction(@xml:lang) eq
      'rtl']">
      <xsl:attribute name="dir" select="$direction"/>
    </xsl:if>
  </xsl:function>

  <!-- The visible address of a passage: the mark beside it, which leads to itself. -->
  <xsl:function name="f:permalink" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="f:anchor($element)">
      <a class="permalink added" href="#{.}" aria-label="{f:say(if ($element/@xml:id)
        then 'passage.address' else 'passage.place', map{'id': .})}">¶</a>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="text | body | front | back | group">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="text[@xml:id or @xml:lang] | body[@xml:id or @xml:lang] | front[@xml:id
    or @xml:lang] | back[@xml:id or @xml:lang] | group[@xml:id or @xml:lang]" priority="1">
    <div class="{local-name()}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="body/div[@type = 'document']">
    <div class="{f:class(., 'document')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!--
    A type is the encoder's own word, and not used as a class: the page has a class "notes" itself.
  -->
  <xsl:template match="div | floatingText | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <section class="{f:class(., 'division')}">
      <xsl:for-each select="@type"><xsl:attribute name="data-type" select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:if test="empty(head)"><xsl:sequence select="f:division-label(.)"/></xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="@prev or @next or @corresp">
        <xsl:for-each-group select="f:ways-on(.)" group-by="1">
          <p class="ways-on-in-text"><xsl:sequence select="current-group()"/></p>
        </xsl:for-each-group>
      </xsl:if>
    </section>
  </xsl:template>

  <!--
    The number of a division without a heading, by which texts are cited: chapter and section of
    Perseus and EpiDoc (textpart), an act without a title.
  -->
  <xsl:function name="f:division-label" as="element()?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="words" select="f:division-name($division)"/>
    <!-- The page's title says it already. -->
    <xsl:variable name="is-title" select="exists($division/parent::body)
      and lower-case($words) eq lower-case(f:words(h:title(root($division)/TEI/teiHeader[1])))"/>
    <xsl:if test="$words ne '' and not($is-title)">
      <span class="division-label added">{$words}<xsl:text> </xsl:text></span>
    </xsl:if>
  </xsl:function>

  <!--
    Omitted places of other documents or of generated lists: the page only lists what is under it.
  -->
  <xsl:template match="divGen[not(node())]">
    <xsl:sequence select="f:place(.)"/>
  </xsl:template>

  <!-- Inline content becomes paragraphs of HTML, with blocks between them. -->
  <xsl:template match="p | ab">
    <xsl:choose>
      <xsl:when test="not(fp:holds-block(.))">
        <p>
          <xsl:sequence select="f:look(.), f:identity(.), f:permalink(.), f:pictured(.)"/>
          <xsl:apply-templates/>
          <xsl:sequence select="f:ways-on-in-line(.)"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <div class="{f:class(., 'paragraph')}">
          <xsl:sequence select="f:identity(.), f:permalink(.), f:pictured(.)"/>
          <xsl:call-template name="m:flow"/>
          <xsl:sequence select="f:ways-on-in-line(.)"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    A paragraph of notes and entries of the apparatus that are all shown elsewhere, at the passages
    that they name, has an address only.
  -->
  <xsl:template match="p[note or app][fp:is-moved(.)]" priority="1">
    <p hidden="hidden"><xsl:sequence select="f:identity(.)"/></p>
  </xsl:template>

  <xsl:function name="fp:is-moved" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="
      empty($paragraph/node()[not(self::note or self::app)][normalize-space() ne ''])
      and (every $note in $paragraph/note
        satisfies map:contains($f:places-of-notes, f:node-number($note)))
      and (every $app in $paragraph/app satisfies f:is-located($app))"/>
  </xsl:function>

  <!--
    Mixed content where blocks are allowed: each sequence of inline content in a paragraph of its
    own.
  -->
  <xsl:template name="m:flow">
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(exists(current-group()[self::*
          or normalize-space() ne '']))">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates select="current-group()"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Title pages, speeches, stanzas, the parts of plays and letters. -->
  <xsl:template match="
      titlePage | docTitle | docImprint | docEdition | imprimatur | castList | castGroup | castItem
      | set | performance | prologue | epilogue
    | spGrp | opener | closer | postscript | argument | epigraph | address | sp | lg
    | dateline | signed | salute | byline | docAuthor | trailer | addrLine | l | speaker | stage
    | docTitle/titlePart | titlePage/titlePart">
    <div class="{f:class(., local-name())}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A dateline within a sentence or another line is inline. -->
  <xsl:template match="p//dateline | p//address | p//addrLine | dateline//address
    | dateline//addrLine | salute/signed | signed/signed | byline/docAuthor | p/docAuthor">
    <span class="{f:class(., local-name())}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="quote | cit | q | said">
    <q>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:apply-templates/>
    </q>
  </xsl:template>

  <xsl:template match="(quote | cit | q | said)[fp:holds-block(.) or fp:among-blocks(.)]">
    <blockquote>
      <xsl:sequence select="f:look(.), f:identity(.)"/>
      <xsl:call-template name="m:flow"/>
    </blockquote>
  </xsl:template>

  <xsl:function name="fp:among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[self::div or self::body or self::postscript
      or self::epigraph or self::cit[fp:among-blocks(.)]])"/>
  </xsl:function>
</xsl:stylesheet>
