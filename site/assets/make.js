/**
 * An element with properties and content.
 *
 * @param {string} name
 * @param {object} properties
 * @param {...(Node | string)} content
 */
export function make(name, properties, ...content) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}
