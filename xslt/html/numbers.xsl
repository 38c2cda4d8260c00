<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    Which element of the TEI made which part of the page, for the page that shows both: around the
    output of each element are processing instructions, <?e 12?> with the element's number in
    document order, from 1, and <?e?>. pipeline/publish/document/numbered.ts turns them into
    attributes. Only on request of the build; the templates of the page do not depend on it. The
    output is not read or copied here: that would be repeated on every level, and took a third of
    the time for a page.
  -->

  <!-- JSON: true or false. -->
  <xsl:param name="numbered" as="xs:string" select="'false'"/>
  <xsl:variable name="fp:numbered" as="xs:boolean" select="$numbered eq 'true'"/>

  <xsl:template mode="m:text m:unlinked m:heading m:endnote m:apparatus" priority="20"
    match="text[$fp:numbered] | text//*[$fp:numbered]"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">
    <xsl:processing-instruction name="e" select="accumulator-before('m:number')"/>
    <xsl:next-match/>
    <xsl:processing-instruction name="e"/>
  </xsl:template>
</xsl:stylesheet>
