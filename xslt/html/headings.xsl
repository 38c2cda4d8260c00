<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Headings: the document's own is the page's h1, those within follow by depth. -->

  <xsl:mode name="m:heading" on-no-match="shallow-skip"/>

  <!-- The head that titles the page; a text without one is titled by its header. -->
  <xsl:function name="f:title-heading" as="element(head)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="divisions" select="$document/TEI/text/(front | body | back)/div[node()]"/>
    <!-- A text that is one division, a chapter's or a letter's, is titled by that. -->
    <xsl:sequence select="(($document/TEI/text/body/div[@type = 'document'])[1], $divisions[count($divisions) eq 1])[1]/head[1]"/>
  </xsl:function>

  <xsl:template mode="m:heading" match="head">
    <h1>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </h1>
  </xsl:template>

  <!-- It stands before the record of the header, so not again at the beginning of the text. -->
  <xsl:template match="head[. is f:title-heading(root())]" priority="1"/>

  <xsl:template match="div/head[1] | floatingText/body/head[1]">
    <xsl:element name="h{min((6, max((2, count(ancestor::div)))))}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="f:permalink(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Of several texts on a page each has the title of its own header over it. -->
  <xsl:template priority="5" match="
      teiCorpus/TEI/text | teiCorpus/TEI/sourceDoc | teiCorpus/TEI/facsimile | TEI/TEI/text | TEI/TEI/sourceDoc | TEI/TEI/facsimile">
    <section class="division">
      <xsl:if test="empty(preceding-sibling::text | preceding-sibling::sourceDoc | preceding-sibling::facsimile)">
        <xsl:for-each select="../teiHeader/fileDesc/titleStmt/title[1][normalize-space() ne '']">
          <h2 class="added">{normalize-space()}</h2>
        </xsl:for-each>
      </xsl:if>
      <xsl:next-match/>
    </section>
  </xsl:template>

  <!-- A second heading of a division, or one of an element that has no section of its own. -->
  <xsl:template match="head">
    <div class="head">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="body/head[1]">
    <h2>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </h2>
  </xsl:template>
</xsl:stylesheet>
