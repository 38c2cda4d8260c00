<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The header and the texts of a file: one text (TEI), or several under one header (teiCorpus, or
    TEI within TEI: Guidelines 4.3, 15.1).
  -->

  <!-- The outermost element of the file. -->
  <xsl:function name="f:file" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="root($node)/(TEI | teiCorpus)"/>
  </xsl:function>

  <!-- The header of the whole file: a corpus's own. -->
  <xsl:function name="f:file-header" as="element(teiHeader)?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="f:file($node)/teiHeader[1]"/>
  </xsl:function>

  <!--
    All readable content below a file or its outermost element, in order: of each TEI its texts;
    without any, the transcription by surfaces; else the content beside a text.
  -->
  <xsl:function name="f:texts" as="element()*">
    <xsl:param name="holder" as="node()"/>
    <xsl:for-each select="$holder/(TEI | teiCorpus | text | (sourceDoc | facsimile)[empty(../text)]
      | standOff[empty(../(text | sourceDoc | facsimile | TEI))])">
      <xsl:sequence select="if (self::TEI or self::teiCorpus) then f:texts(.) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- Elsewhere, a text within a header or a facsimile within a name, nothing is shown. -->
  <xsl:function name="f:is-in-texts" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor-or-self::* intersect f:texts(root($element)))"/>
  </xsl:function>

  <!-- That of the present document: found once, not for every heading. -->
  <xsl:variable name="f:title-heading" as="element(head)?" select="f:title-heading(/)"/>

  <!-- The head that is the title of the page; a text without one has the title of its header. -->
  <xsl:function name="f:title-heading" as="element(head)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="divisions" select="$document/TEI/text/(front | body | back)/div[node()]"/>
    <!--
      A text that is a single division, of a chapter or a letter, has its title; not that of a
      numbered part of it, nor if the header gives the text a title of its own.
    -->
    <xsl:variable name="heading" select="(($document/TEI/text/body/div[@type = 'document'])[1],
      $divisions[count($divisions) eq 1][not(@type = 'textpart')]
      [not(fp:has-other-title(head[1]))])[1]/head[1]"/>
    <!-- Words before it, such as a title page or an opener, would come after it. -->
    <xsl:sequence
      select="$heading[empty(ancestor-or-self::*[ancestor::text]/preceding-sibling::*[normalize-space()
      ne ''])]"/>
  </xsl:function>

  <!-- Whether the header calls this text by other words: a title of level a or u. -->
  <xsl:function name="fp:has-other-title" as="xs:boolean">
    <xsl:param name="heading" as="element(head)?"/>
    <xsl:variable name="title" select="
      root($heading)/TEI/teiHeader/fileDesc/titleStmt/title[@level = ('a', 'u')]
      [normalize-space() ne ''][1] ! lower-case(normalize-space(.))"/>
    <xsl:variable name="words" select="lower-case(normalize-space($heading))"/>
    <xsl:sequence select="
      exists($title) and $words ne ''
      and not(contains($title, $words)) and not(contains($words, $title))"/>
  </xsl:function>
</xsl:stylesheet>
