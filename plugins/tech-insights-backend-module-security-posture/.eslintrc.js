module.exports = require('../../eslint-import-rules').packageConfig(__dirname);
