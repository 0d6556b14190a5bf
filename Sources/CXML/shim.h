#ifndef CHANCERY_CXML_SHIM_H
#define CHANCERY_CXML_SHIM_H

#if !__has_include(<libxml/HTMLparser.h>)
#error "libxml/HTMLparser.h not found: apt-get install libxml2-dev (or run scripts/install-packages)"
#endif
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers clash with those of Foundation; nothing of it is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// The error sink is a variadic function, which Swift cannot write.
static void chancery_xml_be_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// xmlFree is a global variable that holds a function.
static inline void chancery_xml_free(void *memory) { xmlFree(memory); }

// Lenient HTML from UTF-8 bytes; NULL if there is no element at all. HUGE lifts the depth limit of 254.
static inline htmlDocPtr chancery_html_parse(const char *bytes, int length) {
  xmlSetGenericErrorFunc(NULL, chancery_xml_be_silent);
  return htmlReadMemory(bytes, length, NULL, "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                            HTML_PARSE_COMPACT | XML_PARSE_HUGE);
}

// XML from UTF-8 bytes, without network, external entities or entity expansion; NULL where it is not well-formed.
static inline xmlDocPtr chancery_xml_parse(const char *bytes, int length) {
  xmlSetGenericErrorFunc(NULL, chancery_xml_be_silent);
  return xmlReadMemory(bytes, length, NULL, "UTF-8",
                       XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA |
                           XML_PARSE_COMPACT);
}

// The same for what is not well-formed: what can be made of it; NULL if there is no element at all.
static inline xmlDocPtr chancery_xml_recover(const char *bytes, int length) {
  xmlSetGenericErrorFunc(NULL, chancery_xml_be_silent);
  return xmlReadMemory(bytes, length, NULL, "UTF-8",
                       XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                           XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
}

// The code point that a named entity of HTML stands for; 0 if there is none of that name.
static inline unsigned chancery_html_entity(const char *name) {
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
  return entity ? entity->value : 0;
}

#endif
