<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The notes that are separate from the text, with their numbers and addresses: for pages and texts
    alike.
  -->

  <!--
    A note of the print is listed after the text; an editor's inline remark is a part of the line,
    a note on readings of their entry. What is shown beside the texts (pictures described beside a
    transcription) has no list of notes: its notes are inline.
  -->
  <xsl:function name="f:is-endnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <!-- A note of the header is a part of the record, one of a reference a part of that. -->
    <xsl:sequence select="
      not($note/@place = 'inline' or $note/ancestor::teiHeader or $note/@type = 'editorial'
      or $note/parent::*[self::app or self::rdgGrp or self::listApp or self::biblStruct
        or self::monogr or self::analytic or self::imprint])
      and f:is-in-texts($note)
      or map:contains($f:places-of-notes, f:node-number($note))"/>
  </xsl:function>

  <!--
    Notes that are not at their place in the text, for example at the end of the book. Such a note
    names its passage (target), or a short reference in the text names the note and is the place of
    its number. Readers find it there, like any other.
  -->
  <xsl:variable name="fp:detached-notes" as="element(note)*" select="
    f:texts(/)//note[@target or @xml:id][if (parent::p) then fp:is-list-of-notes(..)
    else ancestor::back or starts-with(local-name(..), 'div') or parent::body or parent::noteGrp]
    [empty(parent::app)]"/>

  <!-- A paragraph that contains nothing but notes on other passages. -->
  <xsl:function name="fp:is-list-of-notes" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="exists($paragraph/note[@target])
      and empty($paragraph/node()[not(self::note)][normalize-space() ne ''])"/>
  </xsl:function>

  <!--
    By note the element at which its number is shown: the reference that is the number, or the
    passage before it.
  -->
  <xsl:variable name="f:places-of-notes" as="map(xs:integer, element())">
    <xsl:map>
      <xsl:if test="exists($fp:detached-notes)">
        <xsl:variable name="calls" as="map(xs:string, element())">
          <xsl:map>
            <xsl:for-each-group select="f:texts(/)//*[self::ref or self::ptr][starts-with(@target,
              '#')][fp:is-call(.)]" group-by="string(@target)">
              <xsl:map-entry key="current-grouping-key()" select="."/>
            </xsl:for-each-group>
          </xsl:map>
        </xsl:variable>
        <xsl:for-each select="$fp:detached-notes">
          <xsl:variable name="place" select="((@xml:id ! $calls('#' || .)),
            fp:passage-of-note(.))[1]"/>
          <xsl:if test="exists($place)"><xsl:map-entry key="f:node-number(.)"
            select="$place"/></xsl:if>
        </xsl:for-each>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <!-- The notes by that element. -->
  <xsl:variable name="f:notes-at" as="map(xs:integer, element(note)*)">
    <xsl:map>
      <xsl:for-each-group select="if (map:size($f:places-of-notes) eq 0) then ()
        else $fp:detached-notes[map:contains($f:places-of-notes, f:node-number(.))]"
        group-by="f:node-number($f:places-of-notes(f:node-number(.)))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="f:has-detached-notes" as="xs:boolean" select="map:size($f:notes-at) gt 0"/>

  <!-- The last node of a passage: its number comes after it. -->
  <xsl:function name="fp:end" as="node()">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="($passage, $passage/descendant::node()[last()])[last()]"/>
  </xsl:function>

  <!--
    A reference with only a number or a sign as its words, not a mention of the note: "see note 5
    below". Between notes it is only a reference.
  -->
  <xsl:function name="fp:is-call" as="xs:boolean">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="
      string-length(normalize-space($reference)) le 5 and empty($reference/ancestor::*[self::note
      or self::ref or self::head or self::date or @ref or @key])"/>
  </xsl:function>

  <!-- The passage that a note points to, if a number can follow it. -->
  <xsl:function name="fp:passage-of-note" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="pointers" select="$note/(tokenize(@targetEnd)[last()],
      tokenize(@target))[starts-with(., '#')]"/>
    <xsl:variable name="passages" as="element()*">
      <xsl:for-each select="$pointers"><xsl:sequence select="key('id', substring(., 2),
        root($note))[1]"/></xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="
      $passages[ancestor::text][not(. is $f:title-heading)]
      [not(self::body or self::front or self::back or self::group or self::table or self::row
      or self::app or self::lem or self::rdg or self::choice or starts-with(local-name(), 'list'))]
      [empty(ancestor::*[self::note or self::ref or self::date or self::rdg or self::choice or @ref
      or @corresp or @key])][1]"/>
  </xsl:function>

  <!--
    The notes of the present document, in order; computed once. Those without a number or an
    identifier get their place in it.
  -->
  <xsl:variable name="f:endnotes" as="element(note)*">
    <xsl:variable name="notes" as="element(note)*" select="f:texts(/)//note[f:is-endnote(.)]"/>
    <xsl:choose>
      <!-- In the order of their numbers in the text. -->
      <xsl:when test="$f:has-detached-notes">
        <xsl:for-each
          select="$notes[not(map:contains($f:places-of-notes, f:node-number(.)))] | $notes
          ! $f:places-of-notes(f:node-number(.)) ! fp:end(.)">
          <xsl:variable name="here" select="."/>
          <xsl:sequence select="self::note[f:is-endnote(.)][not(map:contains($f:places-of-notes,
            f:node-number(.)))]"/>
          <!-- Elements that end here, the innermost first. -->
          <xsl:for-each select="reverse(ancestor-or-self::*)">
            <xsl:sequence
              select="$f:notes-at(f:node-number(.))[fp:end($f:places-of-notes(f:node-number(.))) is
              $here]"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$notes"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="fp:places" as="map(xs:integer, xs:integer)"
    select="map:merge(for $place in 1 to count($f:endnotes)
    return map{f:node-number($f:endnotes[$place]): $place})"/>

  <xsl:function name="f:note-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@n, '*' || $fp:places(f:node-number($note)))[1])"/>
  </xsl:function>

  <xsl:function name="f:note-anchor" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(f:anchor($note), 'note-' || $fp:places(f:node-number($note)))[1]"/>
  </xsl:function>
</xsl:stylesheet>
