<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Statements about a text from outside of it: annotations, spans and remarks in standOff, names
    without a reference in the text, and elements beside the text that are not TEI. Entries of lists
    (persons, places …) have pages of their own.
  -->

  <xsl:function name="f:annotations" as="element()?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="beside" as="element()*" select="$document/TEI[text]/(standOff
      | *[not(self::teiHeader or self::text or self::sourceDoc or self::facsimile
      or self::standOff or self::fsdDecl or self::TEI or self::xenoData)])"/>
    <xsl:variable name="statements" as="element()*" select="
      if (empty($beside)) then () else $beside ! fp:statements(.)[normalize-space(.) ne '']"/>
    <xsl:if test="exists($statements)">
      <section class="division annotations">
        <h2 class="added">{f:say('annotations')}</h2>
        <ul>
          <xsl:for-each select="$statements">
            <xsl:variable name="statement" select="."/>
            <li>
              <xsl:text>{fp:all-words(.)}</xsl:text>
              <xsl:for-each select="tokenize(string-join((@target, @from, @to), ' '))">
                <xsl:variable name="address" select="f:address(., $statement)"/>
                <xsl:if test="$address">
                  <xsl:text> </xsl:text>
                  <a class="ref added" href="{$address}">{f:target-words(., $statement)}</a>
                </xsl:if>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The innermost elements with a statement of their own. -->
  <xsl:function name="fp:statements" as="element()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:choose>
      <xsl:when test="$holder/self::standOff">
        <xsl:sequence select="$holder/(note | annotation | annotationBlock | span | interp
          | listAnnotation/descendant::annotation | listAnnotation/annotationBlock
          | spanGrp/span | interpGrp/interp | noteGrp/note | descendant::listNote/note
          | listChange/descendant::change), fp:without-page($holder), fp:unused-names($holder)"/>
      </xsl:when>
      <xsl:when test="$holder/(span | interp | note | annotation | spanGrp | interpGrp | p)">
        <xsl:sequence select="$holder/(span | interp | note | annotation | p | spanGrp/span
          | interpGrp/interp)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$holder"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Entries that no pointer can lead to, so that they have no page. -->
  <xsl:function name="fp:without-page" as="element()*">
    <xsl:param name="stand-off" as="element(standOff)"/>
    <xsl:variable name="lists" select="
      $stand-off/(listPerson | listPlace | listOrg | listEvent | listBibl | listObject | list)"/>
    <xsl:sequence select="$lists/descendant::*[self::person or self::personGrp or self::place
      or self::org or self::event or self::bibl or self::biblStruct or self::item]
      [not(ancestor-or-self::*[ancestor::standOff]/@xml:id)]
      [empty(descendant::*[self::person or self::place or self::org or self::event or self::item])],
      $lists/descendant::object"/>
  </xsl:function>

  <!-- Canonical names that no text refers to, so that no index lists them. -->
  <xsl:function name="fp:unused-names" as="element()*">
    <xsl:param name="stand-off" as="element(standOff)"/>
    <xsl:variable name="names" select="$stand-off/descendant::nym"/>
    <xsl:if test="exists($names)">
      <xsl:variable name="used" as="xs:string*" select="
        root($stand-off)/TEI/text/descendant::*/(@ref | @nymRef) ! tokenize(.)"/>
      <xsl:sequence select="$names[not(('#' || @xml:id) = $used)]"/>
    </xsl:if>
  </xsl:function>

  <!-- Adjoining elements are separate words. -->
  <xsl:function name="fp:all-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join($element/descendant::text()[normalize-space() ne '']
      ! normalize-space(.), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
